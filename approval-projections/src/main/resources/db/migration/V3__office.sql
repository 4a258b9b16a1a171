-- What the office's running work needs: the first answer to each command that came with a key.
create schema office;

create table office.idempotency_key (
    actor        text        not null,
    key          text        not null,
    -- SHA-256 of the address and the body: the same key with another request is a conflict.
    request_hash text        not null,
    status       int         not null,
    location     text,
    version      bigint,
    body         text        not null,
    answered_at  timestamptz not null default now(),
    primary key (actor, key)
);

create table more (n int not null);

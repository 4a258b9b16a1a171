create table kept (n int not null);

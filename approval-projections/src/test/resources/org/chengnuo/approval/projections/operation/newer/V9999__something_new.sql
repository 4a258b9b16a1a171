create table journal.something_new (id int);

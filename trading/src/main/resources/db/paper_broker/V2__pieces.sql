-- An order is executed in pieces when a day's trading does not give all of it at once.
alter table paper_order add column executed text not null default '0';
alter table paper_order add column pieces integer not null default 0;

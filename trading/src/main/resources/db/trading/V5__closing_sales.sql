-- Sales that flatten or cover a debt pass another gate, also when a crash came before they were sent.
alter table intent add column closing integer not null default 0;

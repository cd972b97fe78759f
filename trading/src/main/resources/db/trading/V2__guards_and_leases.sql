-- What limits of number and value look at, also when there are many trades.
create index intent_passed on intent (account_id, created_at_micros) where denial_code = '';

-- Null unless only sales may leave.
alter table account add column reduce_reason text;
alter table account add column reduced_at_micros integer;

-- Which process may send the account's orders, and until when.
alter table account add column lease_holder text not null default '';
alter table account add column lease_until_micros integer not null default 0;

-- Orders of unknown fate that a person was told of, each once.
create table told_unknown (
  client_order_id text primary key references leg (client_order_id),
  account_id text not null references account,
  told_at_micros integer not null
) strict, without rowid;

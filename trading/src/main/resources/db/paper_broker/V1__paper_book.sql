-- The paper broker's own book: as if it were another company's computer. It numbers everything that
-- changes, so that a customer can ask for what is new.
create table paper_order (
  account_id text not null,
  client_order_id text not null,
  broker_order_id text not null unique,
  broker_reference integer not null,
  kind text not null,
  terms_json text not null,
  state text not null,
  reason text not null,
  accepted_at_micros integer not null,
  -- The next quote is looked for strictly after this.
  searched_at_micros integer not null,
  changed_at_micros integer not null,
  news_number integer not null,
  primary key (account_id, client_order_id)
) strict, without rowid;

create index paper_order_open on paper_order (account_id, accepted_at_micros) where state = 'OPEN';

create table paper_execution (
  execution_id text primary key,
  account_id text not null,
  client_order_id text not null,
  kind text not null,
  execution_json text not null,
  news_number integer not null
) strict, without rowid;

create table paper_movement (
  account_id text not null,
  movement_id text not null,
  at_micros integer not null,
  amount text not null,
  currency text not null,
  news_number integer not null,
  primary key (account_id, movement_id)
) strict, without rowid;

create table paper_cash (
  account_id text not null,
  currency text not null,
  amount text not null,
  primary key (account_id, currency)
) strict, without rowid;

create table paper_holding (
  account_id text not null,
  isin text not null,
  quantity text not null,
  primary key (account_id, isin)
) strict, without rowid;

create table paper_news (
  only_row integer primary key check (only_row = 1),
  last_number integer not null
) strict;

insert into paper_news (only_row, last_number) values (1, 0);

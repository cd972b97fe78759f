-- Amounts and quantities are exact decimals as text; instants are microseconds since 1970.

create table account (
  account_id text primary key,
  base_currency text not null,
  broker text not null,
  environment text not null,
  opened_at_micros integer not null,
  -- The highest number of trading's outbox that is booked with everything below it.
  booked_sequence integer not null,
  -- The newest lease of trading that has booked.
  trading_epoch integer not null
) strict, without rowid;

create table ledger_transaction (
  account_id text not null references account (account_id),
  number integer not null,
  source_id text not null,
  kind text not null,
  effective_at_micros integer not null,
  booked_at_micros integer not null,
  description text not null,
  -- The broker's fact as it came, without its outbox number, and its SHA-256.
  movement_json text not null,
  movement_hash text not null,
  primary key (account_id, number),
  unique (account_id, source_id)
) strict, without rowid;

create table posting (
  account_id text not null,
  number integer not null,
  position integer not null,
  ledger_account text not null,
  amount text not null,
  currency text not null,
  isin text,
  quantity text,
  primary key (account_id, number, position),
  foreign key (account_id, number) references ledger_transaction (account_id, number)
) strict, without rowid;

-- Which fact stood under which number of trading's outbox.
create table booked_movement (
  account_id text not null,
  sequence integer not null,
  source_id text not null,
  primary key (account_id, sequence),
  foreign key (account_id, source_id) references ledger_transaction (account_id, source_id)
) strict, without rowid;

create table policy_version (
  account_id text not null references account (account_id),
  version integer not null,
  author text not null,
  since_micros integer not null,
  policy_json text not null,
  primary key (account_id, version)
) strict, without rowid;

-- Compressed JSON; the newest are kept.
create table snapshot (
  account_id text not null references account (account_id),
  position integer not null,
  snapshot_id text not null,
  taken_at_micros integer not null,
  content blob not null,
  primary key (account_id, position),
  unique (account_id, snapshot_id)
) strict;

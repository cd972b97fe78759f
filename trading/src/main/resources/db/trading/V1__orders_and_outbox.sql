-- What an account's orders are subject to, and how far its outbox and its broker's news are.
create table account (
  account_id text primary key,
  base_currency text not null,
  mode text not null,
  -- Null unless the latch is set.
  halt_reason text,
  halted_at_micros integer,
  lease_epoch integer not null,
  -- The last number that trading has written, and the last that the books have confirmed.
  outbox_last integer not null,
  outbox_booked integer not null,
  -- How much of the broker's news has been taken in.
  broker_cursor integer not null,
  broker_reference_last integer not null
) strict, without rowid;

-- A wish to trade; what it asks for never changes.
create table intent (
  number integer primary key,
  trade_id text not null unique,
  account_id text not null references account,
  command_id text not null,
  command_json text not null,
  symbol text not null,
  denial_code text not null,
  message text not null,
  created_at_micros integer not null,
  changed_at_micros integer not null,
  -- 1 while any of its orders may still do something.
  active integer not null,
  unique (account_id, command_id)
) strict;

create index intent_active on intent (account_id, number) where active = 1;
create index intent_by_account on intent (account_id, number);

-- An order of a wish, in sequence; identities are never used again.
create table leg (
  trade_id text not null references intent (trade_id),
  leg_number integer not null,
  account_id text not null references account,
  client_order_id text not null unique,
  broker_reference integer not null,
  broker_order_id text not null,
  kind text not null,
  terms_json text not null,
  state text not null,
  done text not null,
  cost_max text,
  reserved text,
  cash_currency text,
  turn_at_micros integer not null,
  changed_at_micros integer not null,
  absences integer not null,
  note text not null,
  primary key (trade_id, leg_number),
  unique (account_id, broker_reference)
) strict, without rowid;

-- What the broker did, each once: the facts that the books must hear, numbered per account without
-- gaps.
create table outbox (
  account_id text not null references account,
  outbox_number integer not null,
  -- The broker's own id of it.
  source_id text not null,
  -- Null for movements of cash.
  client_order_id text,
  kind text not null,
  movement_json text not null,
  -- Tells a repeat from a contradiction.
  content_hash text not null,
  primary key (account_id, outbox_number),
  unique (account_id, source_id)
) strict, without rowid;

create index outbox_by_order on outbox (client_order_id) where client_order_id is not null;

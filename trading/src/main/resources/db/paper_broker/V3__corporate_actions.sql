-- Dividends and splits are movements too; null for money paid in or out by hand.
alter table paper_movement add column movement_kind text;
alter table paper_movement add column movement_json text;

-- What was done about each corporate action, once ever; kept also where nothing was held.
create table paper_action (
  account_id text not null,
  isin text not null,
  kind text not null,
  ex_date text not null,
  -- When the ex-date began at the exchange.
  effective_at_micros integer not null,
  -- Held right before it.
  units text not null,
  -- Units that came or went.
  change text not null,
  primary key (account_id, isin, kind, ex_date)
) strict, without rowid;

-- Until when corporate actions were looked for, to a day.
create table paper_look (
  account_id text primary key,
  looked_at_micros integer not null
) strict, without rowid;

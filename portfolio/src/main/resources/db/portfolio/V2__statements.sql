-- What the last good statement of the broker differed in; an item that the next one confirms
-- becomes an entry of the ledger.
create table statement_reading (
  account_id text primary key references account (account_id),
  at_micros integer not null,
  items_json text not null
) strict, without rowid;

-- What an account was worth at the end of a day, as it was first known; can be rebuilt.
create table daily_valuation (
  account_id text not null references account (account_id),
  -- Days since 1970-01-01.
  day integer not null,
  content_json text not null,
  primary key (account_id, day)
) strict, without rowid;

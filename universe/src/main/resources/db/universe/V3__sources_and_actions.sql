-- Series of several sources stand beside each other. A security's series of the source 'file' has
-- its ISIN as its key, as in V1; that of any other source is named here.
create table series_source (
  series_key text primary key,
  isin text not null,
  source_name text not null,
  unique (isin, source_name)
) strict, without rowid;

-- When each value of a year was stored: as many 8-byte integers as the year has days, big endian,
-- microseconds since 1970-01-01T00:00Z. Years written by V1 have none.
create table series_stored (
  series_key text not null references series,
  year integer not null,
  stored_at blob not null,
  primary key (series_key, year)
) strict;

-- Which source a read takes: the owner's order, the first one first.
create table source_order (
  position integer primary key,
  source_name text not null unique
) strict;

-- What sources announced. A later row of the same kind, ex-date and source corrects or withdraws
-- the earlier one from its own known-at on. Days since 1970-01-01; amounts and ratios in shares as
-- held before the ex-date; legs as JSON.
create table corporate_action (
  isin text not null,
  kind text not null check (kind in ('CASH_DIVIDEND', 'SPLIT', 'SPIN_OFF', 'MERGER')),
  ex_day integer not null,
  source_name text not null,
  known_at_micros integer not null,
  stored_at_micros integer not null,
  source text not null,
  withdrawn integer not null,
  record_day integer,
  pay_day integer,
  amount text,
  currency text,
  new_shares integer,
  old_shares integer,
  legs text,
  primary key (isin, kind, ex_day, source_name, known_at_micros)
) strict, without rowid;

create table security (
  isin text primary key,
  symbol text not null,
  name text not null,
  product_type text not null,
  country text,
  industry text,
  exchange text not null,
  quote_unit text not null,
  lot text not null,
  tick text,
  tradable integer not null,
  simulated integer not null,
  unique (exchange, symbol)
) strict, without rowid;

-- A series of daily bars: of a security (its ISIN) or of a currency (such as EUR/USD).
create table series (
  series_key text primary key,
  basis text not null,
  source text not null,
  version integer not null
) strict, without rowid;

-- The bars of one year, packed: days as 4-byte integers since 1970-01-01, values as 8-byte floats,
-- big endian. A new day rewrites one small row. Columns in the order in which they are read.
create table series_year (
  series_key text not null references series,
  year integer not null,
  days blob not null,
  closes blob not null,
  opens blob,
  highs blob,
  lows blob,
  volumes blob,
  primary key (series_key, year)
) strict;

-- Whether this installation lives on imported prices or on the sample market: one row at most.
create table market (
  id integer primary key check (id = 1),
  kind text not null check (kind in ('IMPORTED', 'SAMPLE')),
  seed integer not null,
  synced_until_micros integer not null
) strict;

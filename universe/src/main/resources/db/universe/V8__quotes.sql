-- Prices of moments, as sources told them while the market was open; the oldest are deleted.
create table quote (
  isin text not null,
  at_micros integer not null,
  source text not null,
  price text not null,
  primary key (isin, at_micros, source)
) strict, without rowid;

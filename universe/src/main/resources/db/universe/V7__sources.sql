-- The sources of market data as the owner wants them, the most trusted first. Keys are references
-- to a variable or a file, never the keys themselves.
create table source (
  name text primary key,
  position integer not null,
  kind text not null,
  location text,
  public_key text,
  private_key text,
  requests_per_minute integer not null,
  timeout_millis integer not null
) strict, without rowid;

-- How each source has been doing, so that a new process knows as well.
create table source_health (
  name text primary key,
  successes integer not null,
  failures integer not null,
  failures_in_a_row integer not null,
  last_success_micros integer,
  last_failure_micros integer,
  last_failure_why text not null,
  resting_until_micros integer
) strict, without rowid;

-- Up to which session's day (days since 1970-01-01) a source has given a security's bars.
create table sync_cursor (
  isin text not null,
  source text not null,
  covered_until integer not null,
  at_micros integer not null,
  primary key (isin, source)
) strict, without rowid;

-- What the last import of each series from each source found wrong with it. The original of every
-- changed number is in changes (JSON), so that a repair can be taken back.
create table finding (
  import_number integer not null,
  position integer not null,
  series_key text not null,
  source text not null,
  bar_time text not null,
  field text not null,
  found_value real,
  kind text not null,
  action text not null check (action in ('REJECTED', 'REPAIRED', 'FLAGGED')),
  kept_value real,
  confidence real not null,
  method text not null,
  why text not null,
  changes text not null,
  found_at_micros integer not null,
  primary key (import_number, position)
) strict, without rowid;

create index finding_series on finding (series_key, source);

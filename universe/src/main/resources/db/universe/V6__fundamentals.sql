-- Dated facts from balance sheets and analysts. A later statement about the same date is kept
-- beside the earlier one, so that the past can be read as it was known then.
create table fundamental (
  isin text not null,
  field text not null,
  as_of_day integer not null,
  source text not null,
  known_at_micros integer not null,
  value text not null,
  unit text not null,
  primary key (isin, field, as_of_day, source, known_at_micros)
) strict, without rowid;

create table cycle (
  cycle_id text primary key,
  account_id text not null,
  command_id text not null,
  dry_run integer not null,
  started_at_micros integer not null,
  finished_at_micros integer,
  outcome text,
  message text,
  report_json text,
  unique (account_id, command_id)
) strict;

create table plan_archive (
  account_id text not null,
  number integer not null,
  cycle_id text not null references cycle (cycle_id),
  archived_at_micros integer not null,
  plan_hash text not null,
  decision text not null,
  plan_json text not null,
  primary key (account_id, number)
) strict;

create index plan_archive_hash on plan_archive (account_id, plan_hash);

create table job (
  job_id text primary key,
  command_id text not null unique,
  job text not null,
  state text not null,
  percent integer not null,
  message text not null,
  started_at_micros integer not null,
  finished_at_micros integer
) strict;

create table autopilot (
  account_id text primary key,
  next_cycle_at_micros integer not null
) strict;

-- Events of the other services, each once, so that a restarted tail goes on where it was.
create table fleet_event (
  service text not null,
  sequence integer not null,
  account_id text not null,
  at_micros integer not null,
  kind text not null,
  summary text not null,
  primary key (service, sequence)
) strict, without rowid;

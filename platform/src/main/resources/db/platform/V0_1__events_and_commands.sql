create table event (
  sequence integer primary key,
  account_id text not null,
  at_micros integer not null,
  kind text not null,
  summary text not null,
  details_json text not null
) strict;

create table command (
  account_id text not null,
  command_id text not null,
  request_hash text not null,
  response_json text not null,
  at_micros integer not null,
  primary key (account_id, command_id)
) strict, without rowid;

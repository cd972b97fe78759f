-- What was stated about securities: by sources (SOURCE), and by people instead (HAND), which wins.
-- The table security holds the facts in force. A value of null states that there is none; an
-- instant of null, that it was stored before origins were kept.
create table security_fact (
  isin text not null,
  field text not null,
  layer text not null check (layer in ('SOURCE', 'HAND')),
  value text,
  stated_by text not null,
  at_micros integer,
  primary key (isin, field, layer)
) strict, without rowid;

create index security_fact_value on security_fact (field, value);

-- Other names, each of one security: former ISINs and symbols, short names.
create table security_alias (
  alias text primary key,
  isin text not null,
  stated_by text not null,
  at_micros integer not null
) strict, without rowid;

-- Securities that were taken out of the universe; their facts and prices stay.
create table security_removal (
  isin text primary key,
  at_micros integer not null,
  actor text not null,
  reason text not null
) strict, without rowid;

insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'symbol', 'SOURCE', symbol, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'name', 'SOURCE', name, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'product_type', 'SOURCE', product_type, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'country', 'SOURCE', country, 'import' from security where country is not null;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'industry', 'SOURCE', industry, 'import' from security where industry is not null;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'exchange', 'SOURCE', exchange, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'quote_unit', 'SOURCE', quote_unit, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'lot', 'SOURCE', lot, 'import' from security;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'tick', 'SOURCE', tick, 'import' from security where tick is not null;
insert into security_fact (isin, field, layer, value, stated_by)
  select isin, 'tradable', 'SOURCE', case when tradable = 1 then 'true' else 'false' end, 'import'
  from security;

-- How much of the broker's news has been taken in, in the broker's own words: real brokers need more
-- than a number. The old column is written no more.
alter table account add column statement_cursor text not null default '';

update account set statement_cursor = broker_cursor || '' where broker_cursor > 0;

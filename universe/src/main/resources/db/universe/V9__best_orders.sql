-- The best orders of both sides at the moment of a quote, where the source tells of them.
alter table quote add column bid text;
alter table quote add column ask text;

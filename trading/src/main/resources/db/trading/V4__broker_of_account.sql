-- Whose money it is, in the broker's words: an account is never carried on anywhere else. Before this
-- version there was only the paper broker.
alter table account add column broker text not null default 'paper';

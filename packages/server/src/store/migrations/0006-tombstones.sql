-- Whom the practice has removed. Of the reference a salted digest alone is kept, so that a later file does not bring the
-- person back; their number means nothing but to the log, which keeps what was done.
create table tombstone (
  practice_id uuid not null references practice,
  person_id integer not null,
  salt bytea not null default decode(replace(gen_random_uuid()::text, '-', ''), 'hex'),
  reference_digest bytea not null,
  reason text not null,
  removed_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (practice_id, person_id)
);
alter table tombstone enable row level security;
alter table tombstone force row level security;
create policy kept on tombstone to concord_owner
  using (practice_id = current_practice()) with check (practice_id = current_practice());
create policy reads on tombstone for select to concord_app
  using (practice_id = current_practice() and (select is_service()));
create policy adds on tombstone for insert to concord_app
  with check (practice_id = current_practice() and (select is_service()));
create policy changes on tombstone for update to concord_app using (false);
create policy removes on tombstone for delete to concord_app using (false);
grant select, insert on tombstone to concord_app;

-- Reasons stay with the log, but for those about somebody who is removed.
drop policy removes on access_reason;
create policy removes on access_reason for delete to concord_app
  using (practice_id = current_practice() and (select is_service()));
grant delete on access_reason to concord_app;

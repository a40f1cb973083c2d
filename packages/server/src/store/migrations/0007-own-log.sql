-- What was done with everybody's records was done with those of a patient too: their own log shows it.
drop policy reads on audit_log;
create policy reads on audit_log for select to concord_app using (
  practice_id = current_practice() and case (select reach_into('audit_log', false))
    when 'practice' then true
    when 'self' then everybody or people @> array[(select own_person())]
    else false end);
-- The log by day: entries come in the order of time, so that a few numbers a block find them.
create index audit_log_at on audit_log using brin (at);

-- An order that was stopped before its supply was used up: the first day on which it holds no longer; or that it was
-- stopped and nothing tells when.
alter table issue add column stopped date;
alter table issue add column stopped_untold boolean not null default false;

create or replace view live_issue with (security_invoker = true) as
  select issue.practice_id, issue.import_id, issue.seq, issue.row_no, issue.person_id, issue.item_id, issue.day, issue.kind,
    issue.prescriber, issue.raw, issue.part, import.file_name || coalesce('/' || issue.part, '') as file_name,
    issue.stopped, issue.stopped_untold
  from issue join import on import.practice_id = issue.practice_id and import.id = issue.import_id
  where import.live;

grant select (stopped, stopped_untold) on issue to concord_masked;

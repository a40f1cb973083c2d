-- Files of several parts, what each import says of a person, refused rows of someone's opioid, and readings of one person.

-- What was found in the file: { "read": [{ "file", "format" }], "notRead": [{ "file", "why" }], "remarks": [] }.
alter table import add column contents jsonb;
-- The part of an archive that a row stands in; null where the file is no archive.
alter table issue add column part text;
alter table row_not_used add column part text;

-- Of a refused row that was or may be someone's opioid: whose, of when, and of what. Their total is then "at least".
alter table row_not_used add column person_id integer;
alter table row_not_used add column day date;
alter table row_not_used add column product text;
alter table row_not_used add foreign key (practice_id, person_id) references person;
create index row_not_used_by_person on row_not_used (practice_id, person_id) where person_id is not null;

drop view live_issue;
create view live_issue with (security_invoker = true) as
  select issue.*, import.file_name || coalesce('/' || issue.part, '') as file_name
  from issue join import on import.practice_id = issue.practice_id and import.id = issue.import_id
  where import.live;

-- What one import says of a person. What is known of them is what the latest import that counts says, detail by
-- detail; person has it, written anew whenever an import begins or ceases to count.
create table person_detail (
  practice_id uuid not null,
  import_id integer not null,
  person_id integer not null,
  birth_year integer,
  sex text,
  registered date,
  primary key (practice_id, import_id, person_id),
  foreign key (practice_id, import_id) references import,
  foreign key (practice_id, person_id) references person
);
create index person_detail_by_person on person_detail (practice_id, person_id);
alter table person_detail enable row level security;
alter table person_detail force row level security;
create policy of_one_practice on person_detail
  using (practice_id = current_practice()) with check (practice_id = current_practice());

-- Its text says nothing of the dose: a reading by hand holds for one person alone. Derived, as all from class on.
alter table item add column each_person boolean not null default false;

-- Whom alone the reading is of; null where it holds for everyone with the text.
alter table reading_by_hand add column person_id integer;
alter table reading_by_hand add foreign key (practice_id, person_id) references person;
drop index reading_once;
create unique index reading_once on reading_by_hand (practice_id, reading_key, person_id) nulls not distinct
  where undone_at is null;

do $$
declare each uuid;
begin
  for each in select id from practice loop
    perform set_config('concord.practice', each::text, true);
    insert into person_detail
      select distinct person.practice_id, issue.import_id, person.id, birth_year, sex, registered
      from person join issue on issue.person_id = person.id
      where birth_year is not null or sex is not null or registered is not null;
    update item set each_person = true
      where unread_reason in ('empty', 'as-directed', 'no-amount', 'no-frequency', 'not-a-dose');
    -- Such a reading held for everyone. It is undone, not given to somebody; the next register has its texts unread.
    update reading_by_hand set undone_at = clock_timestamp(), undone_by = 'Concord: the text says no dose'
      where undone_at is null and reading_key in (select reading_key from item where each_person);
  end loop;
  perform set_config('concord.practice', '', true);
end
$$;

grant select, insert, update, delete on person_detail, live_issue to concord_app;

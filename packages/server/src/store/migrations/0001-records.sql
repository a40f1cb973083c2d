-- Records of practices, how they came in, and the register that is derived from them.
-- Every table with a practice_id shows and takes rows of one practice alone: the one named by concord.practice.

create function current_practice() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('concord.practice', true), '')::uuid $$;

create table practice (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  synthetic boolean not null default false,
  basket_capacity integer not null default 20 check (basket_capacity between 0 and 10000),
  created_at timestamptz not null default now()
);

create table person (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  reference text not null,
  birth_year integer,
  sex text,
  registered date,
  primary key (practice_id, id),
  -- The practice last: so that no other index than the key looks good for finding a person by number.
  unique (reference, practice_id)
);

-- What many issues share. Columns from class on are derived: every building of the register reads items anew.
create table item (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  hash bytea not null,
  product_name text not null,
  codes jsonb not null,
  directions text not null,
  dosage jsonb,
  quantity text,
  quantity_unit text,
  days integer,
  class text not null check (class in ('opioid', 'companion', 'not-watched', 'refused')),
  reading_key text not null,
  unread_reason text,
  unread_because text,
  counted_in text,
  primary key (practice_id, id),
  unique (hash, practice_id)
);
create index item_by_reading_key on item (reading_key, practice_id);

create table import (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  format text,
  header text,
  state text not null default 'queued'
    check (state in ('queued', 'reading', 'building', 'done', 'failed', 'cancelled', 'replaced')),
  -- Its rows are part of the records: set once all are read, taken back where another file replaces it.
  live boolean not null default false,
  bytes_read bigint not null default 0,
  last_row integer not null default 0,
  rows_read integer not null default 0,
  used integer not null default 0,
  set_aside integer not null default 0,
  refused integer not null default 0,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  error jsonb,
  replaces integer,
  replaced_by integer,
  primary key (practice_id, id),
  check (rows_read = used + set_aside + refused)
);
create unique index import_once on import (practice_id, sha256)
  where state in ('queued', 'reading', 'building', 'done');

create table issue (
  practice_id uuid not null,
  import_id integer not null,
  -- The how-manieth row of its import; row_no is where a person finds it.
  seq integer not null,
  row_no integer not null,
  person_id integer not null,
  item_id integer not null,
  day date not null,
  kind text not null check (kind in ('acute', 'repeat', 'repeat-dispensing', 'elsewhere')),
  prescriber text,
  raw text not null,
  primary key (practice_id, import_id, seq),
  foreign key (practice_id, import_id) references import,
  foreign key (practice_id, person_id) references person,
  foreign key (practice_id, item_id) references item
);
create index issue_by_person on issue (practice_id, person_id, day);
create index issue_by_item on issue (practice_id, item_id);

create table row_not_used (
  practice_id uuid not null,
  import_id integer not null,
  seq integer not null,
  row_no integer not null,
  outcome text not null check (outcome in ('set-aside', 'refused')),
  reason text not null,
  found text not null,
  raw text not null,
  primary key (practice_id, import_id, seq),
  foreign key (practice_id, import_id) references import
);
create index row_not_used_by_reason on row_not_used (practice_id, import_id, reason);

-- The records as they count now: of imports that are whole and not replaced.
create view live_issue with (security_invoker = true) as
  select issue.*, import.file_name
  from issue join import on import.practice_id = issue.practice_id and import.id = issue.import_id
  where import.live;

create table reading_by_hand (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  reading_key text not null,
  product_name text not null,
  directions text not null,
  -- Least and most a day, in what the product is counted in.
  min_a_day double precision not null check (min_a_day >= 0),
  max_a_day double precision not null check (max_a_day > 0),
  as_needed boolean not null default false,
  note text not null default '',
  who text not null,
  at timestamptz not null default clock_timestamp(),
  undone_by text,
  undone_at timestamptz,
  primary key (practice_id, id),
  check (min_a_day <= max_a_day)
);
create unique index reading_once on reading_by_hand (practice_id, reading_key) where undone_at is null;

create table register_build (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  built_at timestamptz not null default clock_timestamp(),
  as_of date not null,
  -- The first day that the records cover.
  data_from date not null,
  table_id text not null,
  -- Ends of quarters, oldest first, then as_of. register_row.quarter_ng has the most as directed on each; null where
  -- no opioid for pain is current.
  quarters date[] not null,
  current boolean not null default false,
  primary key (practice_id, id)
);
create unique index register_build_current on register_build (practice_id) where current;

-- Doses in nanograms of oral morphine equivalent a day: 1 mg = 1,000,000 ng.
create table register_row (
  practice_id uuid not null,
  build_id integer not null,
  person_id integer not null,
  reference text not null,
  birth_year integer,
  age integer,
  sex text,
  registered date,
  directed_min_ng bigint not null,
  directed_max_ng bigint not null,
  supplied_ng bigint not null,
  at_least boolean not null,
  not_readable boolean not null,
  -- An opioid is current on the day.
  current boolean not null,
  since date,
  last_issue date,
  prescriber text,
  findings text[] not null,
  substances text[] not null,
  medicines text[] not null,
  quarter_ng bigint[] not null,
  spark jsonb not null,
  entry jsonb not null,
  primary key (practice_id, build_id, person_id),
  foreign key (practice_id, build_id) references register_build on delete cascade,
  foreign key (practice_id, person_id) references person
);
create index register_row_by_dose on register_row (practice_id, build_id, directed_max_ng desc, supplied_ng desc, reference);

create table referral (
  practice_id uuid not null,
  id integer generated always as identity,
  person_id integer not null,
  reason text not null,
  self_referral boolean not null default false,
  who text,
  at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, person_id) references person
);
create index referral_by_person on referral (practice_id, person_id);

create table basket (
  practice_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  person_id integer not null,
  who text,
  added_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, month, person_id),
  foreign key (practice_id, person_id) references person
);

create table saved_filter (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  name text not null,
  filter text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (practice_id, id),
  unique (practice_id, name)
);

do $$
declare name text;
begin
  foreach name in array array['person', 'item', 'import', 'issue', 'row_not_used', 'reading_by_hand',
    'register_build', 'register_row', 'referral', 'basket', 'saved_filter']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy of_one_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())',
      name);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema concord to concord_app;
revoke insert, update, delete on schema_migration from concord_app;

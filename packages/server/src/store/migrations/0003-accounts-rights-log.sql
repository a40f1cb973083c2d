-- Who may sign in, what each role may do with each table, and the log of what was read and changed.

-- Who acts, set for each transaction: the service itself, or the roles of one account, for one purpose.
create function current_account() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('concord.account', true), '')::uuid $$;

create function is_service() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('concord.doers', true), '') = 'service' $$;

-- Written from the policy of the service at each start; no role of the service can change it.
create table right_on_table (
  doer text not null,
  purpose text not null,
  table_name text not null,
  reach text not null check (reach in ('practice', 'list', 'shared', 'self', 'nobody')),
  writes boolean not null,
  primary key (doer, purpose, table_name)
);

-- How far those who act now may read or write a table; 'none' where they have no business with it.
create function reach_into(name text, to_write boolean) returns text
  language sql stable parallel safe
  as $$
    select case when is_service() then 'practice' else coalesce((
      select reach from right_on_table
      where table_name = name and purpose = current_setting('concord.purpose', true)
        and doer = any (string_to_array(current_setting('concord.doers', true), ','))
        and (writes or not to_write)
      order by array_position(array['practice', 'list', 'shared', 'self', 'nobody'], reach)
      limit 1), 'none') end
  $$;

create table account (
  practice_id uuid not null references practice,
  id uuid not null default gen_random_uuid(),
  -- What the account is called when signing in: lower case.
  login text not null check (login = lower(login) and login <> ''),
  -- What people are shown.
  name text not null,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['prescriber', 'pharmacist', 'project-worker',
    'adviser', 'manager', 'evaluator', 'patient', 'administrator']),
  -- Of a patient: the person of the records that they are.
  person_id integer,
  -- Nobody's own: one of those that come with the synthetic practice.
  demonstration boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid,
  disabled_at timestamptz,
  primary key (practice_id, id),
  unique (practice_id, login),
  foreign key (practice_id, person_id) references person
);

-- A demonstration account stands beside the synthetic practice and nowhere else.
create function only_beside_synthetic() returns trigger
  language plpgsql
  as $$
    begin
      if new.demonstration and not (select synthetic from practice where id = new.practice_id) then
        raise exception 'a demonstration account beside live records' using errcode = 'check_violation';
      end if;
      return new;
    end
  $$;
create trigger demonstration_beside_synthetic before insert or update on account
  for each row execute function only_beside_synthetic();

create table password_credential (
  practice_id uuid not null,
  account_id uuid not null,
  phc text not null,
  set_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, account_id),
  foreign key (practice_id, account_id) references account on delete cascade
);

create table totp_credential (
  practice_id uuid not null,
  account_id uuid not null,
  secret text not null,
  -- Null until a first code has shown that it works.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: none is taken twice.
  last_step bigint not null default 0,
  primary key (practice_id, account_id),
  foreign key (practice_id, account_id) references account on delete cascade
);

create table passkey (
  practice_id uuid not null,
  credential_id text not null,
  account_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  added_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  primary key (practice_id, credential_id),
  foreign key (practice_id, account_id) references account on delete cascade
);
create index passkey_of_account on passkey (practice_id, account_id);

create table oidc_identity (
  practice_id uuid not null,
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  linked_at timestamptz not null default clock_timestamp(),
  primary key (practice_id, issuer, subject),
  foreign key (practice_id, account_id) references account on delete cascade
);

-- A one-time code by which an account is taken up, or taken up again: the hash alone is kept.
create table one_time_code (
  practice_id uuid not null references practice on delete cascade,
  code_hash bytea not null,
  -- Null: makes the first administrator.
  account_id uuid,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (practice_id, code_hash),
  foreign key (practice_id, account_id) references account on delete cascade
);

create table session (
  practice_id uuid not null,
  -- SHA-256 of the cookie's value.
  token_hash bytea not null,
  account_id uuid not null,
  -- How: password, password-totp, passkey, oidc, demonstration.
  signed_in_by text not null,
  from_where text not null,
  device text not null,
  started_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (practice_id, token_hash),
  foreign key (practice_id, account_id) references account on delete cascade
);
create index session_of_account on session (practice_id, account_id) where ended_at is null;

-- Failures to sign in, by what was tried from where: each makes the next wait longer.
create table sign_in_delay (
  practice_id uuid not null references practice on delete cascade,
  key text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (practice_id, key)
);

-- Why somebody looked beyond their list, and until when they may.
create table access_reason (
  practice_id uuid not null,
  id integer generated always as identity,
  account_id uuid not null,
  person_id integer not null,
  reason text not null,
  at timestamptz not null default clock_timestamp(),
  until timestamptz not null,
  -- The manager has seen it.
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, account_id) references account,
  foreign key (practice_id, person_id) references person
);

-- A person shown to an adviser or an evaluator: as a case without a name, or with it where that was given.
create table share (
  practice_id uuid not null,
  id integer generated always as identity,
  person_id integer not null,
  account_id uuid not null,
  with_identity boolean not null default false,
  why text not null,
  shared_by uuid,
  at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  primary key (practice_id, id),
  foreign key (practice_id, account_id) references account,
  foreign key (practice_id, person_id) references person
);

-- A clinical safety officer's acceptance of dose support on live records, for what it was given for alone.
create table safety_acceptance (
  practice_id uuid not null references practice,
  id integer generated always as identity,
  officer text not null,
  registration text not null,
  version text not null,
  -- SHA-256 of factor table, thresholds and engine version as they were then.
  digest text not null,
  recorded_by uuid,
  at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  primary key (practice_id, id)
);

create table audit_head (
  practice_id uuid primary key references practice,
  number bigint not null,
  hash bytea not null
);

create table audit_log (
  practice_id uuid not null references practice,
  -- From 1, without a gap.
  number bigint not null,
  at timestamptz not null,
  account_id uuid,
  who text not null,
  roles text not null,
  purpose text not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  -- Whose records: people by their number, which means nothing outside; or everybody's.
  people integer[] not null default '{}',
  everybody boolean not null default false,
  -- What exactly: numbers and codes, no words of records.
  about jsonb not null default '{}',
  why text not null default '',
  from_where text not null default '',
  request text not null default '',
  previous bytea not null,
  hash bytea not null,
  primary key (practice_id, number)
);
create index audit_log_of_people on audit_log using gin (people);

-- What the hash of an entry is taken of, after the hash before it: fields in this order, each with its length, so that no
-- two entries read alike.
create function audit_text(entry audit_log) returns text
  language sql stable
  as $$
    select string_agg(length(field) || ':' || field, ',' order by at)
    from unnest(array[
      entry.practice_id::text, entry.number::text,
      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      coalesce(entry.account_id::text, ''), entry.who, entry.roles, entry.purpose, entry.action, entry.outcome,
      array_to_string(entry.people, ' '), entry.everybody::text, entry.about::text, entry.why, entry.from_where, entry.request
    ]) with ordinality as fields (field, at)
  $$;

-- The owner's, so that the service can add an entry and change none: the chain's end is out of its hands.
create function chain_entry() returns trigger
  language plpgsql security definer set search_path = concord, pg_temp
  as $$
    declare head audit_head;
    begin
      insert into audit_head (practice_id, number, hash) values (new.practice_id, 0, decode(repeat('00', 32), 'hex'))
        on conflict do nothing;
      select * into head from audit_head where practice_id = new.practice_id for update;
      new.number := head.number + 1;
      new.at := clock_timestamp();
      new.previous := head.hash;
      new.hash := sha256(head.hash || convert_to(audit_text(new), 'UTF8'));
      update audit_head set number = new.number, hash = new.hash where practice_id = new.practice_id;
      return new;
    end
  $$;
-- A restore writes entries as they are: it acts as the owner.
create trigger audit_log_chain before insert on audit_log
  for each row when (current_user <> 'concord_owner') execute function chain_entry();

create function list_people() returns integer[]
  language sql stable
  as $$
    select coalesce(array_agg(person_id), '{}') from (
      select person_id from referral where undone_at is null
      union
      select person_id from access_reason where account_id = current_account() and until > now()) people
  $$;
create function shared_people(named boolean) returns integer[]
  language sql stable
  as $$
    select coalesce(array_agg(person_id), '{}') from share
    where account_id = current_account() and undone_at is null and (with_identity or not named)
  $$;
create function own_person() returns integer
  language sql stable
  as $$ select person_id from account where id = current_account() and disabled_at is null $$;

-- The people within a reach that is less than the practice.
create function people_within(reach text) returns integer[]
  language sql stable
  as $$
    select case reach when 'list' then list_people() when 'shared' then shared_people(true)
      when 'self' then array[own_person()] else '{}' end
  $$;

-- Rights by role and table in every table of a practice: the policies before knew practices alone.
do $$
declare
  name text;
  column_name text;
  here constant text := 'practice_id = current_practice()';
  reads text;
  writes text;
begin
  for name, column_name in
    select relname, (select attname from pg_attribute where attrelid = c.oid and not attisdropped
      and attname = case when relname = 'person' then 'id' when relname = 'account' then '-' else 'person_id' end)
    from pg_class c
    where relkind = 'r' and relnamespace = 'concord'::regnamespace
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'practice_id')
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists of_one_practice on %I', name);
    execute format('create policy kept on %I to concord_owner using (%s) with check (%2$s)', name, here);
    reads := format('(select reach_into(%L, false))', name);
    writes := format('(select reach_into(%L, true))', name);
    if name in ('password_credential', 'totp_credential', 'passkey', 'oidc_identity', 'one_time_code', 'session', 'sign_in_delay') then
      reads := '(select is_service())';
      writes := reads;
    elsif name = 'account' then
      reads := format('(id = (select current_account()) or %s = ''practice'')', reads);
      writes := format('%s = ''practice''', writes);
    elsif name in ('share', 'access_reason') then
      reads := format('(account_id = (select current_account()) or %s = ''practice'')', reads);
      writes := case name when 'share' then format('%s = ''practice''', writes)
        else format('(%s = ''practice'' or %1$s <> ''none'' and account_id = (select current_account()))', writes) end;
    elsif name = 'audit_log' then
      reads := format('case %s when ''practice'' then true when ''self'' then people @> array[(select own_person())] else false end', reads);
      writes := 'coalesce(current_setting(''concord.doers'', true), '''') <> ''''';
    elsif column_name is null then
      reads := format('%s <> ''none''', reads);
      writes := format('%s <> ''none''', writes);
    elsif name = 'reading_by_hand' then
      -- Of nobody in particular, it holds for everyone with the text.
      reads := format('(%s = ''practice'' or person_id is null and %1$s <> ''none''
        or person_id = any ((select people_within(reach_into(%L, false)))::integer[]))', reads, name);
      writes := format('%s in (''practice'')', writes);
    else
      reads := format('(%s = ''practice'' or %I = any ((select people_within(reach_into(%L, false)))::integer[]))',
        reads, column_name, name);
      -- Somebody with a list may write about anyone: a referral puts a person on it.
      writes := format('%s in (''practice'')', writes);
    end if;
    execute format('create policy reads on %I for select to concord_app using (%s and %s)', name, here, reads);
    execute format('create policy adds on %I for insert to concord_app with check (%s and %s)', name, here, writes);
    execute format('create policy changes on %I for update to concord_app using (%s and %s) with check (%2$s and %3$s)', name, here, writes);
    execute format('create policy removes on %I for delete to concord_app using (%s and %s)', name, here, writes);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema concord to concord_app;
revoke insert, update, delete on schema_migration, right_on_table, audit_head from concord_app;
revoke update, delete on audit_log from concord_app;
revoke delete on access_reason, safety_acceptance from concord_app;

-- Cases without a name: the columns that say who somebody is are not there for this role, whatever is asked.
grant usage on schema concord to concord_masked;
grant select on item, register_build, reading_by_hand, right_on_table, share, practice to concord_masked;
grant select (practice_id, id, live) on import to concord_masked;
grant select (practice_id, import_id, seq, row_no, person_id, item_id, day, kind) on issue to concord_masked;
grant select (practice_id, import_id, seq, row_no, person_id, outcome, reason, day, product) on row_not_used to concord_masked;
do $$
declare name text;
begin
  foreach name in array array['item', 'register_build', 'reading_by_hand', 'import'] loop
    execute format('create policy masked on %I for select to concord_masked using (practice_id = current_practice() and (select reach_into(%1$L, false)) <> ''none'')', name);
  end loop;
end
$$;
create policy masked on share for select to concord_masked
  using (practice_id = current_practice() and account_id = (select current_account()) and undone_at is null);
create policy masked on row_not_used for select to concord_masked
  using (practice_id = current_practice() and person_id = any ((select shared_people(false))::integer[]));
create policy masked on issue for select to concord_masked
  using (practice_id = current_practice() and person_id = any ((select shared_people(false))::integer[]));

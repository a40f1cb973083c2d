-- What is known of a case beside its issues: an age band in place of the year, and a sex only where it is a word for one.
-- The role of cases sees this, and never the person.
create view case_person with (security_barrier) as
  select person.practice_id, person.id,
    case
      when age is null or age < 0 then 'not-known'
      when age < 18 then '0-17' when age < 40 then '18-39' when age < 65 then '40-64' when age < 80 then '65-79'
      else '80+' end as age_band,
    case when lower(person.sex) in ('f', 'female', 'm', 'male', 'x', 'other', 'indeterminate') then person.sex end as sex
  from person
  left join register_build build on build.practice_id = person.practice_id and build.current
  cross join lateral (select extract(year from build.as_of)::int - person.birth_year as age) years
  where person.practice_id = current_practice() and person.id = any ((select shared_people(false))::integer[]);
revoke all on case_person from concord_app;
grant select on case_person to concord_masked;

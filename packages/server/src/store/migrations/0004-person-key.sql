-- How addresses name a person: at random, so that what proxies, browsers and logs keep of an address says nothing of them.
-- Everyone who is in the records already is given one here.
alter table person add column key uuid not null default gen_random_uuid();
-- The practice last, as with the reference.
alter table person add unique (key, practice_id);

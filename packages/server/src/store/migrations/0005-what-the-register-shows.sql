-- What a page of the register shows of a person's findings, so that no page opens the whole entry; and by which engine
-- a register was built, so that another engine builds it anew.
alter table register_row add column shown_findings jsonb not null default '[]';
alter table register_build add column engine text not null default '';

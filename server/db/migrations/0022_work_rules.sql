-- The office's rules of lights, later dates and difficulties, version by version, never changed after one was saved;
-- the one that holds on a day is the latest that is in effect.
create table supervision_rule_set (
  organization_id uuid not null,
  version integer not null check (version >= 1),
  effective_on date not null,
  rules jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organization_id, version),
  foreign key (organization_id) references organization (id),
  foreign key (organization_id, saved_by) references person (organization_id, id)
);
comment on table supervision_rule_set is 'What decides colours, who decides a later date, and how long a difficulty waits (domain/rules/rules.ts). Without a row the standard rules hold, and of lights what each plan chose.';
create trigger supervision_rule_set_append_only before update or delete or truncate on supervision_rule_set for each statement execute function refuse_change();

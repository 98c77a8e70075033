-- Rules of urging, each version as it was saved; the one that holds on a day is the latest that is in effect.
create table urge_rule_set (
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
comment on table urge_rule_set is 'Who is urged when (domain/urging/rules.ts), version by version. Without a row the standard rules hold.';
create trigger urge_rule_set_append_only before update or delete or truncate on urge_rule_set for each statement execute function refuse_change();

create table urge_run (
  organization_id uuid not null,
  run_on date not null,
  rules_version integer not null,
  ran_at timestamptz not null,
  urge_count integer not null,
  primary key (organization_id, run_on, rules_version),
  foreign key (organization_id) references organization (id)
);
comment on table urge_run is 'That a working day’s urging was done under these rules: written with what it sent, so that it is done once.';

create table urge (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  key text not null check (length(key) between 1 and 200),
  kind text not null,
  facts jsonb not null,
  task_id uuid,
  told_to uuid[] not null,
  urged_on date not null,
  urged_at timestamptz not null,
  urged_by uuid,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, urged_by) references person (organization_id, id)
);
comment on table urge is 'Every urge that was sent: by a rule (urged_by is null) or by hand.';
comment on column urge.key is 'What was urged at which stage, so that no stage of the same date is urged twice.';
create index urge_task on urge (organization_id, task_id, urged_at desc, id) where (task_id is not null);
create trigger urge_append_only before update or delete or truncate on urge for each statement execute function refuse_change();

create table notice_sequence (
  organization_id uuid not null,
  year integer not null,
  last_number integer not null,
  primary key (organization_id, year),
  foreign key (organization_id) references organization (id)
);
comment on table notice_sequence is 'The last number given to a supervision notice in a year; taken with the notice, so that no number is missing.';

create table supervision_notice (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  key text not null check (length(key) between 1 and 200),
  level text not null check (level in ('blue','yellow','red')),
  state text not null check (state in ('proposed','dismissed','issued','answered','closed')),
  year integer,
  number integer,
  number_text text,
  task_id uuid not null,
  milestone_id uuid,
  unit_id uuid not null,
  reason jsonb not null,
  ask text not null default '',
  answer_within_workdays integer not null check (answer_within_workdays between 1 and 60),
  proposed_on date not null,
  issued_on date,
  issued_by uuid,
  answer_by date,
  reply text not null default '',
  replied_at timestamptz,
  replied_by uuid,
  close_note text not null default '',
  closed_at timestamptz,
  closed_by uuid,
  since timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, key),
  check ((state in ('issued','answered','closed')) = (number is not null and issued_on is not null and answer_by is not null)),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, milestone_id) references milestone (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, issued_by) references person (organization_id, id),
  foreign key (organization_id, replied_by) references person (organization_id, id),
  foreign key (organization_id, closed_by) references person (organization_id, id)
);
comment on table supervision_notice is '督办单: proposed by a rule or given by the office, numbered when issued, answered by the unit’s head, closed.';
comment on column supervision_notice.key is 'The stage that proposed it, or the request that gave it: the same is not proposed twice.';
comment on column supervision_notice.reason is 'Why: a code and its facts (domain/notices/reason.ts), so that each reader has its sentence.';
comment on column supervision_notice.ask is 'What is asked in the office’s own words; empty for the level’s standing ones.';
create unique index supervision_notice_number on supervision_notice (organization_id, year, number) where (number is not null);
create unique index supervision_notice_open on supervision_notice (organization_id, task_id, level, coalesce(milestone_id, task_id))
  where (state in ('proposed','issued','answered'));
create index supervision_notice_state on supervision_notice (organization_id, state, proposed_on desc, id);
create index supervision_notice_task on supervision_notice (organization_id, task_id);
create index supervision_notice_unit on supervision_notice (organization_id, unit_id, proposed_on desc, id);

-- What a working day's urging looks for: what is open, by its day.
create index milestone_open on milestone (organization_id, current_due_on) where (state = 'pending' and not retired);
create index task_unacknowledged on task (organization_id, assigned_at) where (state = 'assigned');

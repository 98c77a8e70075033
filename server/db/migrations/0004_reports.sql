create table period (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  kind text not null check (kind in ('quarter','month')),
  number int not null check (number between 1 and 12),
  starts_on date not null,
  ends_on date not null,
  opens_on date not null,
  closes_on date not null,
  primary key (organization_id, id),
  unique (organization_id, plan_id, kind, number),
  foreign key (organization_id, plan_id) references plan (organization_id, id),
  check (starts_on <= ends_on and opens_on <= closes_on)
);

create table report_sheet (
  organization_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  prepared_at timestamptz,
  prepared_by uuid,
  signed_at timestamptz,
  signed_by uuid,
  primary key (organization_id, period_id, unit_id),
  foreign key (organization_id, period_id) references period (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, prepared_by) references person (organization_id, id),
  foreign key (organization_id, signed_by) references person (organization_id, id)
);
comment on table report_sheet is 'One unit''s sheet for one period; its state is derived from its rows, its signature and the window.';

create table report_entry (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  period_id uuid not null,
  unit_id uuid not null,
  task_id uuid not null,
  actual_share double precision check (actual_share between 0 and 100),
  actual_value double precision,
  done text[] not null default '{}',
  next_step text not null default '',
  difficulty text not null default '',
  suggestion text not null default '',
  evidence text not null default '',
  confidence text check (confidence in ('green','amber','red')),
  claimed_milestone_ids uuid[] not null default '{}',
  checked boolean not null default false,
  state text not null default 'draft' check (state in ('draft','submitted','accepted','returned')),
  return_code text,
  return_note text not null default '',
  submitted_on date,
  submitted_by uuid,
  decided_on date,
  decided_by uuid,
  version int not null default 1,
  since timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, period_id, task_id),
  foreign key (organization_id, period_id) references period (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, submitted_by) references person (organization_id, id),
  foreign key (organization_id, decided_by) references person (organization_id, id)
);
create index report_entry_sheet on report_entry (organization_id, period_id, unit_id);
create index report_entry_task on report_entry (organization_id, task_id, period_id);
create table report_entry_former (until timestamptz not null, like report_entry, primary key (organization_id, id, since));
create index report_entry_former_task on report_entry_former (organization_id, task_id);
create trigger report_entry_keep_former before update or delete on report_entry for each row execute function keep_former();
create trigger report_entry_former_append_only before update or delete or truncate on report_entry_former execute function refuse_change();
comment on column report_entry.actual_share is 'Points of 100 done since the task began, as claimed; it counts once the row is accepted.';
comment on column report_entry.decided_on is 'The office day on which the supervision office accepted or returned the row.';

create table plan (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  year int not null check (year between 2000 and 2100),
  state text not null default 'drafting' check (state in ('drafting','approved','closed')),
  report_every text not null default 'quarter' check (report_every in ('quarter','month')),
  opens_on_last_workday int not null default 5 check (opens_on_last_workday between 1 and 20),
  closes_after_workdays int not null default 3 check (closes_after_workdays between 0 and 20),
  light_preset text not null default 'standard' check (light_preset in ('standard','wide')),
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, year)
);
comment on column plan.opens_on_last_workday is 'A period''s window opens on this last working day of the period: 5 is the fifth last.';
comment on column plan.closes_after_workdays is 'It closes this many working days after the period''s end.';

create table pillar (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 30),
  mark text not null check (length(mark) between 1 and 4),
  retired_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, plan_id) references plan (organization_id, id)
);
create unique index pillar_name on pillar (organization_id, plan_id, name) where retired_at is null;
create unique index pillar_mark on pillar (organization_id, plan_id, mark) where retired_at is null;
comment on column pillar.mark is 'The character in task codes: 26-工-017.';

create table portfolio_unit (
  organization_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  ended_at timestamptz,
  primary key (organization_id, person_id, unit_id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id)
);
create table portfolio_pillar (
  organization_id uuid not null,
  person_id uuid not null,
  pillar_id uuid not null,
  ended_at timestamptz,
  primary key (organization_id, person_id, pillar_id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, pillar_id) references pillar (organization_id, id)
);

create table task (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  code text not null,
  pillar_id uuid not null,
  kind text not null check (kind in ('indicator','project','action')),
  title text not null check (length(title) between 1 and 500),
  evidence text not null default '',
  lead_unit_id uuid,
  leader_id uuid,
  assignee_id uuid,
  weight int not null default 1 check (weight between 1 and 100),
  source_type text not null default 'annualPlan' check (source_type in ('annualPlan','meeting','directive','superiorDocument','proposal','difficulty')),
  source_title text not null default '',
  source_number text not null default '',
  source_quote text not null default '',
  document_id uuid,
  import_id uuid,
  target_value double precision,
  target_unit text,
  starts_on date not null,
  original_due_on date,
  current_due_on date,
  state text not null check (state in ('draft','registered','assigned','inProgress','completionReview','completed','closedOut','disputed','suspended','deferred','cancelled')),
  restricted boolean not null default false,
  registered_at timestamptz,
  assigned_at timestamptz,
  acknowledged_at timestamptz,
  completion_requested_at timestamptz,
  completion_requested_by uuid,
  completion_note text,
  completed_on date,
  closed_out_on date,
  search_grams text[] not null default '{}',
  version int not null default 1,
  since timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, plan_id, code),
  foreign key (organization_id, plan_id) references plan (organization_id, id),
  foreign key (organization_id, pillar_id) references pillar (organization_id, id),
  foreign key (organization_id, lead_unit_id) references unit (organization_id, id),
  foreign key (organization_id, leader_id) references person (organization_id, id),
  foreign key (organization_id, assignee_id) references person (organization_id, id),
  foreign key (organization_id, completion_requested_by) references person (organization_id, id),
  check (state in ('draft','cancelled') or (lead_unit_id is not null and original_due_on is not null and current_due_on is not null))
);
create index task_lead on task (organization_id, lead_unit_id, plan_id);
create index task_due on task (organization_id, plan_id, current_due_on, id);
create index task_pillar on task (organization_id, pillar_id);
create index task_import on task (organization_id, import_id) where import_id is not null;
create index task_search on task using gin (search_grams);
create table task_former (until timestamptz not null, like task, primary key (organization_id, id, since));
create index task_former_plan on task_former (organization_id, plan_id, until);
create trigger task_keep_former before update or delete on task for each row execute function keep_former();
create trigger task_former_append_only before update or delete or truncate on task_former execute function refuse_change();
comment on column task.original_due_on is 'Never changes once the task is assigned; extensions move current_due_on and stand beside it.';
comment on column task.since is 'The instant from which this version has been true; earlier versions are in task_former.';
comment on column task.search_grams is 'Two-character pieces of code and title: pg_trgm does not serve two-character Chinese words.';

create function keep_original_due() returns trigger language plpgsql as $$
begin
  if old.state not in ('draft','registered') and new.original_due_on is distinct from old.original_due_on then
    raise exception 'the original date of % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger task_keep_original_due before update on task for each row execute function keep_original_due();

create table task_support (
  organization_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  deliverable text not null default '',
  due_on date,
  retired boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, task_id, unit_id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id)
);
create index task_support_unit on task_support (organization_id, unit_id, task_id) where not retired;
create table task_support_former (until timestamptz not null, like task_support, primary key (organization_id, task_id, unit_id, since));
create trigger task_support_keep_former before update or delete on task_support for each row execute function keep_former();
create trigger task_support_former_append_only before update or delete or truncate on task_support_former execute function refuse_change();

create table milestone (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  position int not null,
  title text not null check (length(title) between 1 and 200),
  weight double precision not null check (weight between 0 and 100),
  original_due_on date not null,
  current_due_on date not null,
  state text not null default 'pending' check (state in ('pending','submitted','accepted')),
  submitted_on date,
  done_on date,
  accepted_at timestamptz,
  retired boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  check ((state = 'pending') = (submitted_on is null)),
  check ((state = 'accepted') = (done_on is not null and accepted_at is not null))
);
create index milestone_task on milestone (organization_id, task_id);
create table milestone_former (until timestamptz not null, like milestone, primary key (organization_id, id, since));
create index milestone_former_task on milestone_former (organization_id, task_id);
create trigger milestone_keep_former before update or delete on milestone for each row execute function keep_former();
create trigger milestone_former_append_only before update or delete or truncate on milestone_former execute function refuse_change();
comment on column milestone.done_on is 'The office day on which the accepted claim was submitted: the office''s own delay never counts against the unit.';

create table trajectory_point (
  organization_id uuid not null,
  task_id uuid not null,
  point_on date not null,
  share double precision not null check (share between 0 and 100),
  retired boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, task_id, point_on),
  foreign key (organization_id, task_id) references task (organization_id, id)
);
create table trajectory_point_former (until timestamptz not null, like trajectory_point, primary key (organization_id, task_id, point_on, since));
create trigger trajectory_point_keep_former before update or delete on trajectory_point for each row execute function keep_former();
create trigger trajectory_point_former_append_only before update or delete or truncate on trajectory_point_former execute function refuse_change();
comment on table trajectory_point is 'A planned trajectory that was given; without points it is derived from the milestones.';

create table task_standing (
  organization_id uuid not null,
  task_id uuid not null,
  standing_on date not null,
  light text not null check (light in ('red','yellow','green','blue','grey')),
  light_rank smallint not null,
  deadline_light text not null check (deadline_light in ('red','yellow','green','blue','grey')),
  trajectory_light text not null check (trajectory_light in ('red','yellow','green','blue','grey')),
  planned_share double precision not null,
  actual_share double precision not null,
  why jsonb not null,
  primary key (organization_id, task_id),
  foreign key (organization_id, task_id) references task (organization_id, id)
);
create index task_standing_rank on task_standing (organization_id, light_rank, task_id);
comment on table task_standing is 'Derived: where each task stands on standing_on, worked out again with every change of its facts and every new day. Nobody types it.';

create table saved_view (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  name text not null check (length(name) between 1 and 30),
  search text not null,
  position int not null,
  retired_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index saved_view_person on saved_view (organization_id, person_id, position) where retired_at is null;
comment on column saved_view.search is 'The ledger''s address: filters, order, grouping and columns.';

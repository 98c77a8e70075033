-- Practices worth copying, who copied them, and how an indicator stands beside a named peer.
create table highlight (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  title text not null check (title <> ''),
  practice text not null check (practice <> ''),
  evidence text not null check (evidence <> ''),
  shared_by uuid not null,
  shared_on date not null,
  shared_at timestamptz not null,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text not null default '',
  primary key (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, shared_by) references person (organization_id, id),
  foreign key (organization_id, withdrawn_by) references person (organization_id, id),
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
create index highlight_shared on highlight (organization_id, shared_at, id);
create index highlight_of_unit on highlight (organization_id, unit_id, shared_on);
comment on table highlight is 'What a unit did that others can copy, and by what it can be seen.';
comment on column highlight.shared_on is 'The office day; the latest come before a joint meeting.';

create table highlight_adoption (
  organization_id uuid not null,
  highlight_id uuid not null,
  unit_id uuid not null,
  adopted_by uuid not null,
  adopted_on date not null,
  primary key (organization_id, highlight_id, unit_id),
  foreign key (organization_id, highlight_id) references highlight (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, adopted_by) references person (organization_id, id)
);
create index highlight_adoption_of_unit on highlight_adoption (organization_id, unit_id);
comment on table highlight_adoption is 'A unit that copies a highlight; the link stays, also where the highlight is withdrawn.';

create table benchmark (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  peer text not null check (peer <> ''),
  value double precision not null,
  as_on date not null,
  source text not null check (source <> ''),
  named_by uuid not null,
  named_on date not null,
  dropped_on date,
  dropped_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, named_by) references person (organization_id, id),
  foreign key (organization_id, dropped_by) references person (organization_id, id),
  check ((dropped_on is null) = (dropped_by is null))
);
create index benchmark_of_task on benchmark (organization_id, task_id);
comment on table benchmark is 'A named peer''s number for a task''s target, in the target''s own measure; the gap is derived.';
comment on column benchmark.as_on is 'The day the peer''s number is of.';

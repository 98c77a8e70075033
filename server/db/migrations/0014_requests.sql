create table task_request (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  kind text not null check (kind in ('extensionRequest','changeRequest')),
  state text not null check (state in ('asked','reviewed','approved','rejected','withdrawn')),
  decider text not null check (decider in ('supervisionOffice','leaderInCharge','principalLeader')),
  rules_version text not null,
  ordinal integer not null check (ordinal >= 1),
  is_late boolean not null,
  unit_id uuid not null,
  asked_by uuid not null,
  asked_on date not null,
  asked_at timestamptz not null,
  reason text not null,
  account text not null,
  dates jsonb not null,
  before jsonb,
  after jsonb,
  opinion_agrees boolean,
  opinion_note text not null default '',
  reviewed_by uuid,
  reviewed_on date,
  decision_note text not null default '',
  decided_by uuid,
  decided_on date,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, asked_by) references person (organization_id, id),
  foreign key (organization_id, reviewed_by) references person (organization_id, id),
  foreign key (organization_id, decided_by) references person (organization_id, id),
  check ((state in ('approved','rejected')) = (decided_by is not null))
);
comment on table task_request is 'Requests for later dates and for changes of what was promised, with what the office thinks and what was decided.';
comment on column task_request.decider is 'Who decides, by the ladder (domain/requests/ladder.ts) as it stood when it was asked.';
comment on column task_request.account is 'How far the work is; of a change, whom it serves.';
comment on column task_request.dates is 'Of an extension: milestoneId (null: the task), from, asked, granted (null until decided).';
create unique index task_request_open on task_request (organization_id, task_id, kind) where (state in ('asked','reviewed'));
create index task_request_task on task_request (organization_id, task_id, asked_at desc, id);
create index task_request_asked on task_request (organization_id, asked_at desc, id);
create index task_request_waiting on task_request (organization_id, decider, state, asked_at desc, id) where (state in ('asked','reviewed'));

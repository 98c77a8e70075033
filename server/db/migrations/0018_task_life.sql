alter table task drop constraint task_state_check;
alter table task add constraint task_state_check check (state in ('draft','registered','assigned','inProgress','completionReview','leaderSignOff','completed','closedOut','disputed','suspended','deferred','cancelled'));

alter table task
  add column state_on date,
  add column decline_count int not null default 0,
  add column declined_by uuid,
  add column first_completed_on date,
  add column reopen_count int not null default 0,
  add column signed_off_on date,
  add column signed_off_by uuid,
  add column deferred_until date,
  add column redo_since date,
  add column redo_due_on date,
  add column redo_reason text not null default '',
  add foreign key (organization_id, declined_by) references person (organization_id, id),
  add foreign key (organization_id, signed_off_by) references person (organization_id, id);
alter table task_former
  add column state_on date,
  add column decline_count int,
  add column declined_by uuid,
  add column first_completed_on date,
  add column reopen_count int,
  add column signed_off_on date,
  add column signed_off_by uuid,
  add column deferred_until date,
  add column redo_since date,
  add column redo_due_on date,
  add column redo_reason text;

-- What is known of the past: no version ends by it, as nothing happened.
alter table task disable trigger task_keep_former;
update task t set
  state_on = (case t.state
    when 'registered' then t.registered_at
    when 'assigned' then t.assigned_at
    when 'inProgress' then t.acknowledged_at
    when 'completionReview' then t.completion_requested_at
    else t.since end at time zone o.time_zone)::date,
  first_completed_on = t.completed_on
from organization o where o.id = t.organization_id;
alter table task enable trigger task_keep_former;
create index task_deferred on task (organization_id, deferred_until) where deferred_until is not null;
comment on column task.state_on is 'The office day on which the task came into its state: every clock of its life runs from here. Null in versions from before this was kept.';
comment on column task.decline_count is 'How often a lead unit declined it: the first is the office''s to decide, the second the leader''s, and there is no third.';
comment on column task.first_completed_on is 'Written by the first completion and never changed, however often the task is taken up again.';
comment on column task.redo_due_on is 'By when what was found wanting is done anew; null where nothing is.';

alter table task_standing
  add column acknowledge_late boolean not null default false,
  add column verification text check (verification in ('wasRed','sampled'));
comment on column task_standing.acknowledge_late is 'The lead unit has not taken it on within its limit.';
comment on column task_standing.verification is 'Why a completed task is suggested for verification on the spot; null where it is not.';
-- Derived rows with reasons in their former shape; the next read works them out again.
delete from task_standing;
update organization set standing_on = null;

create table task_dispute (
  organization_id uuid not null,
  task_id uuid not null,
  number int not null check (number in (1, 2)),
  unit_id uuid not null,
  declined_at timestamptz not null,
  declined_by uuid not null,
  reason text not null,
  suggested_unit_id uuid not null,
  legal_basis text not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text check (decision in ('upheld','transferred','cancelled')),
  decision_reason text not null default '',
  primary key (organization_id, task_id, number),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, suggested_unit_id) references unit (organization_id, id),
  foreign key (organization_id, declined_by) references person (organization_id, id),
  foreign key (organization_id, decided_by) references person (organization_id, id),
  check ((decided_at is null) = (decision is null))
);
comment on table task_dispute is 'Each time a lead unit declined the task, what it said, and what was decided about it.';

create table task_transfer (
  organization_id uuid not null,
  task_id uuid not null,
  number int not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  assignee_id uuid,
  assigned_at timestamptz,
  transferred_at timestamptz not null,
  transferred_by uuid not null,
  reason text not null,
  actual_share double precision,
  primary key (organization_id, task_id, number),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, from_unit_id) references unit (organization_id, id),
  foreign key (organization_id, to_unit_id) references unit (organization_id, id),
  foreign key (organization_id, assignee_id) references person (organization_id, id),
  foreign key (organization_id, transferred_by) references person (organization_id, id)
);
comment on table task_transfer is 'Former lead units: from when to when, who did the work, and how far it had come. What they did stays as it was.';
comment on column task_transfer.actual_share is 'Points of 100 on the day of the transfer; null while nothing was known.';

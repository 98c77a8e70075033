-- 批示: a leader's written instruction. Its work is tasks; what it says never changes.
create table directive_sequence (
  organization_id uuid not null,
  year integer not null,
  last_number integer not null,
  primary key (organization_id, year),
  foreign key (organization_id) references organization (id)
);
comment on table directive_sequence is 'The last number given to a directive in a year; taken with the directive, so that no number is missing.';

create table directive (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  year integer not null,
  number integer not null check (number >= 1),
  parent_id uuid,
  written_by uuid not null,
  written_on date not null,
  text text not null check (length(text) between 1 and 4000),
  paper_title text not null default '',
  paper_number text not null default '',
  urgency text not null check (urgency in ('extraUrgent','urgent','pressing','ordinary','complex')),
  limit_by text not null check (limit_by in ('urgency','text')),
  due_on date not null,
  restricted boolean not null default false,
  registered_on date not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, year, number),
  foreign key (organization_id) references organization (id),
  foreign key (organization_id, parent_id) references directive (organization_id, id),
  foreign key (organization_id, written_by) references person (organization_id, id),
  foreign key (organization_id, registered_by) references person (organization_id, id)
);
create index directive_parent on directive (organization_id, parent_id) where parent_id is not null;
create index directive_writer on directive (organization_id, written_by, year desc, number desc);
create trigger directive_append_only before update or delete or truncate on directive for each statement execute function refuse_change();
comment on table directive is '批示件: verbatim as it was written. It never changes; how it stands follows from its tasks.';
comment on column directive.parent_id is 'Of a further instruction: the directive whose answer it was written on.';
comment on column directive.limit_by is 'urgency: the limit of its urgency, counted by the working calendar; text: the day that the directive itself names.';
comment on column directive.due_on is 'The limit as it was registered. Later dates that were granted stand with the tasks.';

create table directive_task (
  organization_id uuid not null,
  directive_id uuid not null,
  task_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, directive_id, task_id),
  foreign key (organization_id, directive_id) references directive (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id)
);
create index directive_task_task on directive_task (organization_id, task_id);
create trigger directive_task_append_only before update or delete or truncate on directive_task for each statement execute function refuse_change();
comment on table directive_task is 'The tasks a directive is carried out by. A further instruction takes its parent''s task up again: of a task''s directives the latest is the one that is answered.';

create table directive_standing (
  organization_id uuid not null,
  directive_id uuid not null,
  state text not null check (state in ('received','inHand','toLeader','continued','closed','withdrawn')),
  current_due_on date not null,
  closed_on date,
  primary key (organization_id, directive_id),
  check ((state = 'closed') = (closed_on is not null)),
  foreign key (organization_id, directive_id) references directive (organization_id, id)
);
create index directive_standing_state on directive_standing (organization_id, state, current_due_on);
comment on table directive_standing is 'Derived: how each directive stands, worked out again with every change of its tasks. Nobody types it.';

create table directive_page (
  organization_id uuid not null,
  directive_id uuid not null,
  position integer not null check (position >= 1),
  document_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organization_id, directive_id, position),
  unique (organization_id, document_id),
  foreign key (organization_id, directive_id) references directive (organization_id, id),
  foreign key (organization_id, document_id) references document (organization_id, id),
  foreign key (organization_id, added_by) references person (organization_id, id)
);
create trigger directive_page_append_only before update or delete or truncate on directive_page for each statement execute function refuse_change();
comment on table directive_page is 'Scan or photo of the paper, page by page; the originals are documents and never change.';

create table directive_answer (
  organization_id uuid not null,
  task_id uuid not null,
  number integer not null check (number >= 1),
  directive_id uuid not null,
  done text not null check (length(done) between 1 and 2000),
  result text not null check (length(result) between 1 and 2000),
  answered_by uuid not null,
  answered_on date not null,
  answered_at timestamptz not null,
  primary key (organization_id, task_id, number),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, directive_id) references directive (organization_id, id),
  foreign key (organization_id, answered_by) references person (organization_id, id)
);
create index directive_answer_directive on directive_answer (organization_id, directive_id);
create trigger directive_answer_append_only before update or delete or truncate on directive_answer for each statement execute function refuse_change();
comment on table directive_answer is '办理情况报告: what was done and what came of it, each time the lead unit asked for completion.';

create table directive_withdrawal (
  organization_id uuid not null,
  directive_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_on date not null,
  withdrawn_at timestamptz not null,
  primary key (organization_id, directive_id),
  foreign key (organization_id, directive_id) references directive (organization_id, id),
  foreign key (organization_id, withdrawn_by) references person (organization_id, id)
);
create trigger directive_withdrawal_append_only before update or delete or truncate on directive_withdrawal for each statement execute function refuse_change();
comment on table directive_withdrawal is 'Directives that were registered by mistake and taken back before a unit had them; they keep their number.';

-- What people complain of or suggest to the office, and what it answered.
create table feedback (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('complaint', 'suggestion')),
  text text not null check (text <> ''),
  task_id uuid,
  unit_id uuid,
  written_by uuid not null,
  written_on date not null,
  written_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, written_by) references person (organization_id, id)
);
create index feedback_written on feedback (organization_id, written_at, id);
create index feedback_of_writer on feedback (organization_id, written_by, written_at);
create trigger feedback_append_only before update or delete or truncate on feedback for each statement execute function refuse_change();
comment on table feedback is 'A complaint or a suggestion to the office, as it was written; read by its writer and the office.';
comment on column feedback.task_id is 'What it is about; null for none.';
comment on column feedback.unit_id is 'The unit the writer worked for when it was written.';

create table feedback_answer (
  organization_id uuid not null,
  feedback_id uuid not null,
  words text not null check (words <> ''),
  answered_by uuid not null,
  answered_on date not null,
  answered_at timestamptz not null,
  primary key (organization_id, feedback_id),
  foreign key (organization_id, feedback_id) references feedback (organization_id, id),
  foreign key (organization_id, answered_by) references person (organization_id, id)
);
create trigger feedback_answer_append_only before update or delete or truncate on feedback_answer for each statement execute function refuse_change();
comment on table feedback_answer is 'The office''s one answer to a complaint or suggestion.';

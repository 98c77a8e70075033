alter table import_draft drop constraint import_draft_state_check;
alter table import_draft add constraint import_draft_state_check
  check (state in ('pending','accepted','discarded','merged','withdrawn'));
comment on column import_draft.state is 'withdrawn: a row that a split had added and that was taken back; it is shown nowhere.';
comment on column import_draft.before is 'For a confirmed row that changed a task: what it changed, from what, and the task''s version after it.';

alter table import_draft add column decision_seq bigint;
comment on column import_draft.decision_seq is 'The decision that made the row what it is; null as read. A decision can be taken back while it is the row''s last one.';

alter table import add column report jsonb;
comment on column import.report is 'How many rows were found, edited, discarded, and what became of them: kept, so that the quality of reading can be watched.';

create table import_decision (
  organization_id uuid not null,
  import_id uuid not null,
  seq bigint generated always as identity,
  kind text not null check (kind in ('edit','accept','discard','reopen','merge','split','answer','nameUnit')),
  before jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  undone_at timestamptz,
  primary key (organization_id, import_id, seq),
  foreign key (organization_id, import_id) references import (organization_id, id),
  foreign key (organization_id, decided_by) references person (organization_id, id)
);
create index import_decision_last on import_decision (organization_id, import_id, decided_by, seq desc) where undone_at is null;
comment on table import_decision is 'What officers decided in a review, in order, so that each can take the own last decision back.';
comment on column import_decision.before is 'The rows it changed as they were before, and the version they got by it.';

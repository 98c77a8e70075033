create table document (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 300),
  media_type text not null,
  bytes bytea not null,
  digest bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, uploaded_by) references person (organization_id, id)
);
create trigger document_append_only before update or delete or truncate on document execute function refuse_change();
comment on table document is 'Originals as received. They never change.';

create table import (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('document','ledger')),
  state text not null default 'review' check (state in ('review','confirmed','undone')),
  reading jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  undone_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, document_id) references document (organization_id, id),
  foreign key (organization_id, plan_id) references plan (organization_id, id),
  foreign key (organization_id, created_by) references person (organization_id, id)
);
create index import_created on import (organization_id, created_at, id);
comment on column import.reading is 'What was read besides the drafts: head of the document, repaired text, lines, repairs, notices.';

create table import_draft (
  organization_id uuid not null,
  import_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position double precision not null,
  draft jsonb not null,
  fields jsonb not null,
  state text not null default 'pending' check (state in ('pending','accepted','discarded','merged')),
  task_id uuid,
  before jsonb,
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references import (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, changed_by) references person (organization_id, id)
);
create index import_draft_import on import_draft (organization_id, import_id, position);
comment on column import_draft.draft is 'As read, never changed.';
comment on column import_draft.fields is 'As the officer left it: the cells that would be registered.';
comment on column import_draft.task_id is 'The task it updates or was merged into, or, once confirmed, the task it became.';

alter table task add foreign key (organization_id, document_id) references document (organization_id, id);
alter table task add foreign key (organization_id, import_id) references import (organization_id, id);

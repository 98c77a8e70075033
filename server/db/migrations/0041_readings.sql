-- Readings under way, so that every server can say how far one is and can stop it.
create table reading (
  organization_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  step text not null check (step in ('waiting','opening','reading','comparing')),
  rows_read integer not null default 0,
  rows_of integer,
  told_at timestamptz not null default now(),
  stopped_at timestamptz,
  primary key (organization_id, person_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table reading is 'Documents being read: how far, as the reading server said last. Gone when the reading ends; one that has not been told of for a while is of a server that ended.';
comment on column reading.told_at is 'By the clock of the database, the one that all servers share.';
comment on column reading.stopped_at is 'Its sender wants it no more; the server that reads it looks here whenever it tells how far it is.';

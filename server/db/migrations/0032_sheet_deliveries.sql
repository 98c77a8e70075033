-- What a supporting unit writes about its deliverables on its reporting sheet, until the head signs and after.
create table sheet_delivery (
  organization_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  task_id uuid not null,
  what text not null,
  evidence text not null,
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  saved_by uuid not null,
  delivered_on date,
  primary key (organization_id, period_id, unit_id, task_id),
  foreign key (organization_id, period_id) references period (organization_id, id),
  foreign key (organization_id, task_id, unit_id) references task_support (organization_id, task_id, unit_id),
  foreign key (organization_id, saved_by) references person (organization_id, id)
);
create index sheet_delivery_of_support on sheet_delivery (organization_id, task_id, unit_id);
comment on table sheet_delivery is 'A deliverable''s row on its supporting unit''s sheet; signing the sheet delivers what is written.';
comment on column sheet_delivery.delivered_on is 'The office day of the signature that delivered it; null while it is a draft.';

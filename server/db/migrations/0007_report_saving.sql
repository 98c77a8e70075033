alter table report_entry
  add column saved_at timestamptz,
  add column saved_by uuid,
  add foreign key (organization_id, saved_by) references person (organization_id, id);
alter table report_entry_former
  add column saved_at timestamptz,
  add column saved_by uuid;
comment on column report_entry.saved_by is 'Who last wrote the row''s content: never decides on it, and is named to whoever saves over it.';

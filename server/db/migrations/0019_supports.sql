alter table task_support
  add column state text not null default 'pending' check (state in ('pending','delivered','returned','confirmed','undelivered')),
  add column delivered_on date,
  add column delivered_by uuid,
  add column delivery text not null default '',
  add column evidence text not null default '',
  add column decided_on date,
  add column decided_by uuid,
  add column rating text check (rating in ('satisfactory','partial','insufficient')),
  add column decision_note text not null default '',
  add column silent_on date,
  add foreign key (organization_id, delivered_by) references person (organization_id, id),
  add foreign key (organization_id, decided_by) references person (organization_id, id),
  add check ((state = 'confirmed') = (rating is not null)),
  add check (state not in ('delivered','returned','confirmed') or (delivered_on is not null and delivered_by is not null)),
  add check (state not in ('returned','confirmed','undelivered') or (decided_on is not null and decided_by is not null));
alter table task_support_former
  add column state text,
  add column delivered_on date,
  add column delivered_by uuid,
  add column delivery text,
  add column evidence text,
  add column decided_on date,
  add column decided_by uuid,
  add column rating text,
  add column decision_note text,
  add column silent_on date;
comment on column task_support.state is 'pending: owed; delivered: the lead unit looks at it; returned: owed again; confirmed and undelivered: the lead unit has decided.';
comment on column task_support.delivery is 'What the supporting unit says it delivered; evidence: by what that can be seen.';
comment on column task_support.decision_note is 'What the lead unit''s head said when confirming, returning, or going on without it.';
comment on column task_support.silent_on is 'The office day on which both heads were told that nothing came; null while they were not.';
create index task_support_owed on task_support (organization_id, task_id) where not retired and silent_on is null and state in ('pending','returned');

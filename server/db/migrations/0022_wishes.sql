-- When somebody does not want to be reached, beside the office's own hours.
create table person_quiet (
  organization_id uuid not null,
  person_id uuid not null,
  quiet_from text not null check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text not null check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  workdays_only boolean not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table person_quiet is 'A person''s own quiet hours: they add to the office''s (delivery_rules) and never open what those keep shut.';

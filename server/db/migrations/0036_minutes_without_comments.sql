-- Units that read circulated minutes and have no comments.
alter table joint_meeting add column circulated_at timestamptz;
comment on column joint_meeting.circulated_at is 'When its minutes were circulated last: whoever answered before that is asked again.';

create table minutes_agreement (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  said_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index minutes_agreement_meeting on minutes_agreement (organization_id, meeting_id, said_at);
comment on table minutes_agreement is 'Who read circulated minutes and has no comments: a unit, or a leader where it names none.';

-- The joint meeting: what is prepared, what is frozen, what happens in the room, and what was ruled.
create table joint_meeting (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  year int not null check (year between 2000 and 2100),
  number int not null check (number between 1 and 99),
  state text not null check (state in ('planned','collecting','prepFrozen','inSession','minutesDraft','circulated',
    'issued','followedUp','calledOff')),
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  planned_minutes int not null check (planned_minutes between 10 and 600),
  place text not null default '',
  chair_id uuid,
  plan_id uuid not null,
  period_id uuid,
  arrangement jsonb not null,
  freeze_ordinal int not null default 0,
  began_at timestamptz,
  ended_at timestamptz,
  minutes_edits jsonb not null,
  minutes_number int,
  minutes_number_text text,
  issued_on date,
  version int not null default 1,
  created_by uuid not null,
  since timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, chair_id) references person (organization_id, id),
  foreign key (organization_id, plan_id) references plan (organization_id, id),
  foreign key (organization_id, period_id) references period (organization_id, id),
  foreign key (organization_id, created_by) references person (organization_id, id),
  check ((state in ('issued','followedUp')) = (minutes_number is not null and issued_on is not null))
);
create unique index joint_meeting_number on joint_meeting (organization_id, year, number) where state <> 'calledOff';
create index joint_meeting_held on joint_meeting (organization_id, held_on, id);
comment on table joint_meeting is 'A joint meeting and where it stands; its name follows from year and number.';
comment on column joint_meeting.starts_at is 'When it begins, in the office''s time zone.';
comment on column joint_meeting.period_id is 'The period whose sheets it collects; null where it collects none.';
comment on column joint_meeting.arrangement is 'What the office made of the derived agenda: order, minutes, titles, points of its own.';
comment on column joint_meeting.freeze_ordinal is 'The freeze that holds; 0 before the first.';
comment on column joint_meeting.minutes_edits is 'What the office wrote over derived parts of the minutes, by part.';

create table meeting_participant (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  part text not null check (part in ('member','observer')),
  unit_id uuid,
  person_id uuid,
  on_leave boolean not null default false,
  leave_reason text not null default '',
  stand_in text not null default '',
  retired boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, meeting_id, unit_id),
  unique (organization_id, meeting_id, person_id),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((unit_id is null) <> (person_id is null))
);
comment on table meeting_participant is 'Who takes part: a unit by its head''s post, whoever holds it, or a leader.';
comment on column meeting_participant.stand_in is 'Who comes instead, in words.';
create index meeting_participant_unit on meeting_participant (organization_id, unit_id);
create index meeting_participant_person on meeting_participant (organization_id, person_id);

create table meeting_freeze (
  organization_id uuid not null,
  meeting_id uuid not null,
  ordinal int not null,
  frozen_at timestamptz not null,
  as_on date not null,
  agenda jsonb not null,
  digest text not null,
  frozen_by uuid not null,
  primary key (organization_id, meeting_id, ordinal),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, frozen_by) references person (organization_id, id)
);
comment on table meeting_freeze is 'Moments at which a meeting''s figures were kept; a later one takes the place of an earlier one.';
comment on column meeting_freeze.agenda is 'The derived agenda of that moment; the office''s arrangement comes over it.';
comment on column meeting_freeze.digest is 'SHA-256 of the cards, hexadecimal: printed, so that paper can be held against the screen.';
create trigger meeting_freeze_append_only before delete or update or truncate on meeting_freeze
  for each statement execute function refuse_change();

create table meeting_card (
  organization_id uuid not null,
  meeting_id uuid not null,
  ordinal int not null,
  unit_id uuid not null,
  position int not null,
  card jsonb not null,
  primary key (organization_id, meeting_id, ordinal, unit_id),
  foreign key (organization_id, meeting_id, ordinal) references meeting_freeze (organization_id, meeting_id, ordinal),
  foreign key (organization_id, unit_id) references unit (organization_id, id)
);
comment on table meeting_card is 'A unit''s one page as it was when the meeting was frozen (domain/meetings/card.ts).';
create trigger meeting_card_append_only before delete or update or truncate on meeting_card
  for each statement execute function refuse_change();

create table meeting_event (
  organization_id uuid not null,
  meeting_id uuid not null,
  seq int not null,
  key uuid not null,
  kind text not null check (kind in ('itemCalled','timerStarted','timerPaused','attended','rulingDrafted','rulingShown',
    'rulingConfirmed','rulingDropped','rulingMade','noted')),
  said jsonb not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  by_id uuid not null,
  primary key (organization_id, meeting_id, seq),
  unique (organization_id, meeting_id, key),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, by_id) references person (organization_id, id)
);
comment on table meeting_event is 'What happened in a session, in order (domain/meetings/session.ts).';
comment on column meeting_event.key is 'Given by the author''s browser: what is sent again is still one event.';
comment on column meeting_event.happened_at is 'When it happened, by the server''s clock, however late it was received.';
create trigger meeting_event_append_only before delete or update or truncate on meeting_event
  for each statement execute function refuse_change();

create table meeting_ruling (
  organization_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  number int not null check (number >= 1),
  sentence text not null check (length(sentence) between 1 and 1000),
  lead_unit_id uuid not null,
  due_on date not null,
  becomes text not null check (becomes in ('task','directive','difficultyAnswer','dateChange')),
  item_key text,
  difficulty_id uuid,
  task_id uuid,
  subject_task_id uuid,
  confirmed_by uuid not null,
  read_back boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  primary key (organization_id, id),
  unique (organization_id, meeting_id, number),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, lead_unit_id) references unit (organization_id, id),
  foreign key (organization_id, difficulty_id) references difficulty (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, subject_task_id) references task (organization_id, id),
  foreign key (organization_id, confirmed_by) references person (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id),
  check (becomes <> 'difficultyAnswer' or difficulty_id is not null),
  check (becomes = 'difficultyAnswer' or task_id is not null)
);
comment on table meeting_ruling is 'What a meeting decided. Where it stands follows from the task or difficulty it became.';
comment on column meeting_ruling.id is 'Given by the recorder''s browser: what is sent again is still one ruling.';
comment on column meeting_ruling.task_id is 'The task it became, or whose date it moved.';
comment on column meeting_ruling.subject_task_id is 'The task it was spoken about, where it was about one.';
comment on column meeting_ruling.read_back is 'Read back and confirmed in the room; false: confirmed by the leader''s own hand.';
create index meeting_ruling_lead on meeting_ruling (organization_id, lead_unit_id);
create index meeting_ruling_difficulty on meeting_ruling (organization_id, difficulty_id);
create index meeting_ruling_task on meeting_ruling (organization_id, task_id);
create trigger meeting_ruling_append_only before delete or update or truncate on meeting_ruling
  for each statement execute function refuse_change();

create table meeting_ruling_support (
  organization_id uuid not null,
  ruling_id uuid not null,
  unit_id uuid not null,
  deliverable text not null default '',
  due_on date,
  primary key (organization_id, ruling_id, unit_id),
  foreign key (organization_id, ruling_id) references meeting_ruling (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id)
);
comment on table meeting_ruling_support is 'Units that support a ruling''s lead, each with what it delivers.';

create table minutes_comment (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  part_key text,
  words text not null check (length(words) between 1 and 2000),
  said_at timestamptz not null,
  answer text,
  adopted boolean,
  answered_by uuid,
  answered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, answered_by) references person (organization_id, id),
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (adopted is null))
);
comment on table minutes_comment is 'What units and leaders said of circulated minutes, and what the office answered.';
comment on column minutes_comment.part_key is 'The part of the minutes it is about; null for the whole.';
create index minutes_comment_meeting on minutes_comment (organization_id, meeting_id, said_at);

create table minutes_sequence (
  organization_id uuid not null references organization,
  year int not null,
  last_number int not null,
  primary key (organization_id, year)
);
comment on table minutes_sequence is 'The last number given to minutes in a year; taken with the issue, so that no number is missing.';

create table difficulty (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  kind text not null check (kind in ('pain','hard','blockage')),
  cause text not null check (cause in ('land','funds','approval','staffing','data','law','counterpart','contractor','other')),
  title text not null check (length(title) between 1 and 200),
  ask text not null,
  consequence text not null,
  tried text not null,
  wanted_on date not null,
  raised_unit_id uuid not null,
  raised_by uuid not null,
  raised_by_head boolean not null,
  raised_on date not null,
  light_at_raising text not null check (light_at_raising in ('red','yellow','green','blue','grey')),
  state text not null check (state in ('raised','triaged','ruled','inExecution','solved','confirmedByRaiser','closed','withdrawn')),
  level int not null check (level between 1 and 4),
  entered_on date not null,
  counterpart_id uuid,
  asked_unit_ids uuid[] not null default '{}',
  answer_kind text check (answer_kind in ('accept','onCondition','refuse','noResponse')),
  answer_words text not null default '',
  answer_due_on date,
  ruling_unit_id uuid,
  ruling_words text not null default '',
  ruling_due_on date,
  solved_words text not null default '',
  reopened boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id),
  foreign key (organization_id, raised_unit_id) references unit (organization_id, id),
  foreign key (organization_id, raised_by) references person (organization_id, id),
  foreign key (organization_id, counterpart_id) references unit (organization_id, id),
  foreign key (organization_id, ruling_unit_id) references unit (organization_id, id),
  check ((ruling_unit_id is null) = (ruling_due_on is null)),
  check (state not in ('ruled','inExecution') or ruling_unit_id is not null)
);
create index difficulty_open on difficulty (organization_id, level, entered_on, id)
  where state in ('raised','triaged','ruled','inExecution','solved');
create index difficulty_confirmed on difficulty (organization_id, entered_on) where state = 'confirmedByRaiser';
create index difficulty_ended on difficulty (organization_id, entered_on desc, id desc)
  where state in ('confirmedByRaiser','closed','withdrawn');
create index difficulty_task on difficulty (organization_id, task_id);
create index difficulty_raised_unit on difficulty (organization_id, raised_unit_id);
create index difficulty_counterpart on difficulty (organization_id, counterpart_id);
create index difficulty_ruling_unit on difficulty (organization_id, ruling_unit_id);
create table difficulty_former (until timestamptz not null, like difficulty, primary key (organization_id, id, since));
create trigger difficulty_former_append_only before update or delete or truncate on difficulty_former execute function refuse_change();
call keep_versions_of('difficulty');
comment on table difficulty is 'What stands in the way of a task, at one of four levels; its clock is derived from entered_on and the rules of the day.';
comment on column difficulty.entered_on is 'The office day on which it came to its state and level: its clock counts from here.';
comment on column difficulty.asked_unit_ids is 'Every unit it was asked of, in order; passed on round, one comes again.';
comment on column difficulty.light_at_raising is 'The light of its task when it was raised: before yellow, the raiser is protected from that deduction.';

create table difficulty_event (
  organization_id uuid not null,
  difficulty_id uuid not null,
  ordinal int not null,
  kind text not null check (kind in ('raised','triaged','accepted','acceptedOnCondition','refused','noResponse','passedOn','ringFound','levelRaised','settledInUnit','conditionTaken','ruled','takenUp','solved','objected','confirmed','reopened','withdrawn','closed')),
  happened_on date not null,
  happened_at timestamptz not null,
  level int not null check (level between 1 and 4),
  cause text check (cause in ('noResponse','unsettled','notDone','byHand','refused','ring')),
  person_id uuid,
  unit_id uuid,
  silent_post text check (silent_post in ('supervisionOffice','unitHead','leaderInCharge','principalLeader')),
  silent_unit_id uuid,
  silent_person_id uuid,
  to_unit_id uuid,
  words text not null default '',
  due_on date,
  primary key (organization_id, difficulty_id, ordinal),
  foreign key (organization_id, difficulty_id) references difficulty (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  foreign key (organization_id, silent_unit_id) references unit (organization_id, id),
  foreign key (organization_id, silent_person_id) references person (organization_id, id),
  foreign key (organization_id, to_unit_id) references unit (organization_id, id)
);
create trigger difficulty_event_append_only before update or delete or truncate on difficulty_event execute function refuse_change();
comment on table difficulty_event is 'The story of a difficulty, line by line. A clock''s lines have no person.';
comment on column difficulty_event.happened_on is 'The office day on which it became true; a server that was down writes a clock''s lines later than that.';

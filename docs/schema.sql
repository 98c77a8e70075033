-- The whole schema, for reading. Written by scripts/schema.ts from the migrated catalogue; not edited by hand,
-- and not run: migrations make the database (server/db/migrations).

-- After units or pillars changed places: the next read works the derived rows out again.
CREATE OR REPLACE FUNCTION forget_standings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update organization set standing_on = null where id = new.organization_id and standing_on is not null;
  return null;
end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_calendar_day()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into calendar_day_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_difficulty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into difficulty_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_milestone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into milestone_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_report_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into report_entry_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_task()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into task_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_task_support()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into task_support_former select new.since, old.*;
      return new;
    end $function$;

-- Before an update, stores the version that was true from since until the new since.
CREATE OR REPLACE FUNCTION keep_former_trajectory_point()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if tg_op = 'DELETE' then
        raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into trajectory_point_former select new.since, old.*;
      return new;
    end $function$;

CREATE OR REPLACE FUNCTION keep_original_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state not in ('draft','registered') and new.original_due_on is distinct from old.original_due_on then
    raise exception 'the original date of % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION keep_original_due_of_milestone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.original_due_on is distinct from old.original_due_on and exists (
    select from task where organization_id = old.organization_id and id = old.task_id and state not in ('draft','registered')
  ) then
    raise exception 'the original date of milestone % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

-- Has a table keep its former versions in <table>_former, which has its columns behind until.
CREATE OR REPLACE PROCEDURE keep_versions_of(IN versioned text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format($text$
    create function %1$I() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'DELETE' then
        raise exception '%% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into %2$I select new.since, old.*;
      return new;
    end $body$;
    comment on function %1$I is 'Before an update, stores the version that was true from since until the new since.';
    drop trigger if exists %3$I on %4$I;
    create trigger %3$I before update or delete on %4$I for each row execute function %1$I();
    $text$, 'keep_former_' || versioned, versioned || '_former', versioned || '_keep_former', versioned);
end $procedure$;

-- Keeps append-only tables append-only, whoever asks.
CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $function$;

create table account (
  organization_id uuid not null,
  person_id uuid not null,
  password_digest text not null,
  former_digests text[] not null default '{}',  -- The last digests (argon2id), so that none of the last five passwords is used again.
  must_change boolean not null default true,
  changed_at timestamptz not null default now(),
  failure_count integer not null default 0,
  locked_until timestamptz,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person(organization_id, id)
);

create table api_token (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  name text not null,
  digest bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_on date,
  revoked_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id)
);
create unique index api_token_digest on api_token (digest);
create index api_token_person on api_token (organization_id, person_id) where (revoked_at is null);

-- A named peer's number for a task's target, in the target's own measure; the gap is derived.
create table benchmark (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  peer text not null,
  value double precision not null,
  as_on date not null,  -- The day the peer's number is of.
  source text not null,
  named_by uuid not null,
  named_on date not null,
  dropped_on date,
  dropped_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, dropped_by) references person(organization_id, id),
  foreign key (organization_id, named_by) references person(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check (((dropped_on is null) = (dropped_by is null))),
  check ((peer <> '')),
  check ((source <> ''))
);
create index benchmark_of_task on benchmark (organization_id, task_id);

-- Only the days that differ from Monday to Friday: holidays and make-up workdays.
create table calendar_day (
  organization_id uuid not null,
  day_on date not null,
  workday boolean not null,
  name text not null default '',
  since timestamptz not null,
  primary key (organization_id, day_on),
  foreign key (organization_id) references organization(id)
);
create trigger calendar_day_keep_former before delete or update on calendar_day for each row execute function keep_former_calendar_day();

create table calendar_day_former (
  until timestamptz not null,
  organization_id uuid not null,
  day_on date not null,
  workday boolean not null,
  name text not null,
  since timestamptz not null,
  primary key (organization_id, day_on, since)
);
create trigger calendar_day_former_append_only before delete or update or truncate on calendar_day_former for each statement execute function refuse_change();

-- A person's calendar, read by programs at an address that only its owner knows.
create table calendar_feed (
  organization_id uuid not null,
  person_id uuid not null,
  digest bytea not null,  -- SHA-256 of the address's secret; the secret itself is nowhere.
  created_at timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person(organization_id, id)
);
create unique index calendar_feed_digest on calendar_feed (digest);

-- Which messages a delivery carries; each goes once through a channel to whom it is for.
create table delivery_message (
  organization_id uuid not null,
  message_id uuid not null,
  channel text not null,
  to_id uuid not null,
  delivery_id uuid not null,
  primary key (organization_id, message_id, channel, to_id),
  foreign key (organization_id, delivery_id) references message_delivery(organization_id, id),
  foreign key (organization_id, message_id) references message(organization_id, id)
);
create index delivery_message_delivery on delivery_message (organization_id, delivery_id);

-- What the office allows; without a row what domain/channels/rules.ts sets out holds.
create table delivery_rules (
  organization_id uuid not null,
  allowed text[] not null,
  digest_at text not null,  -- When the day's one summary goes out, in the office's time zone.
  quiet_from text not null,
  quiet_to text not null,
  workdays_only boolean not null,
  primary key (organization_id),
  foreign key (organization_id) references organization(id),
  check ((digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$')),
  check ((quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$')),
  check ((quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'))
);

-- What stands in the way of a task, at one of four levels; its clock is derived from entered_on and the rules of the day.
create table difficulty (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  kind text not null,
  cause text not null,
  title text not null,
  ask text not null,
  consequence text not null,
  tried text not null,
  wanted_on date not null,
  raised_unit_id uuid not null,
  raised_by uuid not null,
  raised_by_head boolean not null,
  raised_on date not null,
  light_at_raising text not null,  -- The light of its task when it was raised: before yellow, the raiser is protected from that deduction.
  state text not null,
  level integer not null,
  entered_on date not null,  -- The office day on which it came to its state and level: its clock counts from here.
  counterpart_id uuid,
  asked_unit_ids uuid[] not null default '{}'::uuid[],  -- Every unit it was asked of, in order; passed on round, one comes again.
  answer_kind text,
  answer_words text not null default '',
  answer_due_on date,
  ruling_unit_id uuid,
  ruling_words text not null default '',
  ruling_due_on date,
  solved_words text not null default '',
  reopened boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, counterpart_id) references unit(organization_id, id),
  foreign key (organization_id, raised_by) references person(organization_id, id),
  foreign key (organization_id, raised_unit_id) references unit(organization_id, id),
  foreign key (organization_id, ruling_unit_id) references unit(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check ((answer_kind = any (array['accept', 'onCondition', 'refuse', 'noResponse']))),
  check ((cause = any (array['land', 'funds', 'approval', 'staffing', 'data', 'law', 'counterpart', 'contractor', 'other']))),
  check (((ruling_unit_id is null) = (ruling_due_on is null))),
  check (((state <> all (array['ruled', 'inExecution'])) or (ruling_unit_id is not null))),
  check ((kind = any (array['pain', 'hard', 'blockage']))),
  check (((level >= 1) and (level <= 4))),
  check ((light_at_raising = any (array['red', 'yellow', 'green', 'blue', 'grey']))),
  check ((state = any (array['raised', 'triaged', 'ruled', 'inExecution', 'solved', 'confirmedByRaiser', 'closed', 'withdrawn']))),
  check (((length(title) >= 1) and (length(title) <= 200)))
);
create index difficulty_confirmed on difficulty (organization_id, entered_on) where (state = 'confirmedByRaiser');
create index difficulty_counterpart on difficulty (organization_id, counterpart_id);
create index difficulty_ended on difficulty (organization_id, entered_on desc, id desc) where (state = any (array['confirmedByRaiser', 'closed', 'withdrawn']));
create index difficulty_open on difficulty (organization_id, level, entered_on, id) where (state = any (array['raised', 'triaged', 'ruled', 'inExecution', 'solved']));
create index difficulty_raised_unit on difficulty (organization_id, raised_unit_id);
create index difficulty_ruling_unit on difficulty (organization_id, ruling_unit_id);
create index difficulty_task on difficulty (organization_id, task_id);
create trigger difficulty_keep_former before delete or update on difficulty for each row execute function keep_former_difficulty();

-- The story of a difficulty, line by line. A clock's lines have no person.
create table difficulty_event (
  organization_id uuid not null,
  difficulty_id uuid not null,
  ordinal integer not null,
  kind text not null,
  happened_on date not null,  -- The office day on which it became true; a server that was down writes a clock's lines later than that.
  happened_at timestamptz not null,
  level integer not null,
  cause text,
  person_id uuid,
  unit_id uuid,
  silent_post text,
  silent_unit_id uuid,
  silent_person_id uuid,
  to_unit_id uuid,
  words text not null default '',
  due_on date,
  primary key (organization_id, difficulty_id, ordinal),
  foreign key (organization_id, difficulty_id) references difficulty(organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, silent_person_id) references person(organization_id, id),
  foreign key (organization_id, silent_unit_id) references unit(organization_id, id),
  foreign key (organization_id, to_unit_id) references unit(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check ((cause = any (array['noResponse', 'unsettled', 'notDone', 'byHand', 'refused', 'ring']))),
  check ((kind = any (array['raised', 'triaged', 'accepted', 'acceptedOnCondition', 'refused', 'noResponse', 'passedOn', 'ringFound', 'levelRaised', 'settledInUnit', 'conditionTaken', 'ruled', 'takenUp', 'solved', 'objected', 'confirmed', 'reopened', 'withdrawn', 'closed']))),
  check (((level >= 1) and (level <= 4))),
  check ((silent_post = any (array['supervisionOffice', 'unitHead', 'leaderInCharge', 'principalLeader'])))
);
create trigger difficulty_event_append_only before delete or update or truncate on difficulty_event for each statement execute function refuse_change();

create table difficulty_former (
  until timestamptz not null,
  organization_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null,
  cause text not null,
  title text not null,
  ask text not null,
  consequence text not null,
  tried text not null,
  wanted_on date not null,
  raised_unit_id uuid not null,
  raised_by uuid not null,
  raised_by_head boolean not null,
  raised_on date not null,
  light_at_raising text not null,
  state text not null,
  level integer not null,
  entered_on date not null,
  counterpart_id uuid,
  asked_unit_ids uuid[] not null,
  answer_kind text,
  answer_words text not null,
  answer_due_on date,
  ruling_unit_id uuid,
  ruling_words text not null,
  ruling_due_on date,
  solved_words text not null,
  reopened boolean not null,
  since timestamptz not null,
  primary key (organization_id, id, since)
);
create trigger difficulty_former_append_only before delete or update or truncate on difficulty_former for each statement execute function refuse_change();

-- 批示件: verbatim as it was written. It never changes; how it stands follows from its tasks.
create table directive (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  year integer not null,
  number integer not null,
  parent_id uuid,  -- Of a further instruction: the directive whose answer it was written on.
  written_by uuid not null,
  written_on date not null,
  text text not null,
  paper_title text not null default '',
  paper_number text not null default '',
  urgency text not null,
  limit_by text not null,  -- urgency: the limit of its urgency, counted by the working calendar; text: the day that the directive itself names.
  due_on date not null,  -- The limit as it was registered. Later dates that were granted stand with the tasks.
  restricted boolean not null default false,
  registered_on date not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  primary key (organization_id, id),
  unique (organization_id, year, number),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, parent_id) references directive(organization_id, id),
  foreign key (organization_id, registered_by) references person(organization_id, id),
  foreign key (organization_id, written_by) references person(organization_id, id),
  check ((limit_by = any (array['urgency', 'text']))),
  check ((number >= 1)),
  check (((length(text) >= 1) and (length(text) <= 4000))),
  check ((urgency = any (array['extraUrgent', 'urgent', 'pressing', 'ordinary', 'complex'])))
);
create index directive_parent on directive (organization_id, parent_id) where (parent_id is not null);
create index directive_writer on directive (organization_id, written_by, year desc, number desc);
create trigger directive_append_only before delete or update or truncate on directive for each statement execute function refuse_change();

-- 办理情况报告: what was done and what came of it, each time the lead unit asked for completion.
create table directive_answer (
  organization_id uuid not null,
  task_id uuid not null,
  number integer not null,
  directive_id uuid not null,
  done text not null,
  result text not null,
  answered_by uuid not null,
  answered_on date not null,
  answered_at timestamptz not null,
  primary key (organization_id, task_id, number),
  foreign key (organization_id, answered_by) references person(organization_id, id),
  foreign key (organization_id, directive_id) references directive(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check (((length(done) >= 1) and (length(done) <= 2000))),
  check ((number >= 1)),
  check (((length(result) >= 1) and (length(result) <= 2000)))
);
create index directive_answer_directive on directive_answer (organization_id, directive_id);
create trigger directive_answer_append_only before delete or update or truncate on directive_answer for each statement execute function refuse_change();

-- Scan or photo of the paper, page by page; the originals are documents and never change.
create table directive_page (
  organization_id uuid not null,
  directive_id uuid not null,
  position integer not null,
  document_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organization_id, directive_id, "position"),
  unique (organization_id, document_id),
  foreign key (organization_id, added_by) references person(organization_id, id),
  foreign key (organization_id, directive_id) references directive(organization_id, id),
  foreign key (organization_id, document_id) references document(organization_id, id),
  check (("position" >= 1))
);
create trigger directive_page_append_only before delete or update or truncate on directive_page for each statement execute function refuse_change();

-- The last number given to a directive in a year; taken with the directive, so that no number is missing.
create table directive_sequence (
  organization_id uuid not null,
  year integer not null,
  last_number integer not null,
  primary key (organization_id, year),
  foreign key (organization_id) references organization(id)
);

-- Derived: how each directive stands, worked out again with every change of its tasks. Nobody types it.
create table directive_standing (
  organization_id uuid not null,
  directive_id uuid not null,
  state text not null,
  current_due_on date not null,
  closed_on date,
  primary key (organization_id, directive_id),
  foreign key (organization_id, directive_id) references directive(organization_id, id),
  check (((state = 'closed') = (closed_on is not null))),
  check ((state = any (array['received', 'inHand', 'toLeader', 'continued', 'closed', 'withdrawn'])))
);
create index directive_standing_state on directive_standing (organization_id, state, current_due_on);

-- The tasks a directive is carried out by. A further instruction takes its parent's task up again: of a task's directives the latest is the one that is answered.
create table directive_task (
  organization_id uuid not null,
  directive_id uuid not null,
  task_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, directive_id, task_id),
  foreign key (organization_id, directive_id) references directive(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id)
);
create index directive_task_task on directive_task (organization_id, task_id);
create trigger directive_task_append_only before delete or update or truncate on directive_task for each statement execute function refuse_change();

-- Directives that were registered by mistake and taken back before a unit had them; they keep their number.
create table directive_withdrawal (
  organization_id uuid not null,
  directive_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_on date not null,
  withdrawn_at timestamptz not null,
  primary key (organization_id, directive_id),
  foreign key (organization_id, directive_id) references directive(organization_id, id),
  foreign key (organization_id, withdrawn_by) references person(organization_id, id)
);
create trigger directive_withdrawal_append_only before delete or update or truncate on directive_withdrawal for each statement execute function refuse_change();

-- Originals as received. They never change.
create table document (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  media_type text not null,
  bytes bytea not null,
  digest bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, uploaded_by) references person(organization_id, id),
  check (((length(name) >= 1) and (length(name) <= 300)))
);
create trigger document_append_only before delete or update or truncate on document for each statement execute function refuse_change();

-- A complaint or a suggestion to the office, as it was written; read by its writer and the office.
create table feedback (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  text text not null,
  task_id uuid,  -- What it is about; null for none.
  unit_id uuid,  -- The unit the writer worked for when it was written.
  written_by uuid not null,
  written_on date not null,
  written_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  foreign key (organization_id, written_by) references person(organization_id, id),
  check ((kind = any (array['complaint', 'suggestion']))),
  check ((text <> ''))
);
create index feedback_of_writer on feedback (organization_id, written_by, written_at);
create index feedback_written on feedback (organization_id, written_at, id);
create trigger feedback_append_only before delete or update or truncate on feedback for each statement execute function refuse_change();

-- The office's one answer to a complaint or suggestion.
create table feedback_answer (
  organization_id uuid not null,
  feedback_id uuid not null,
  words text not null,
  answered_by uuid not null,
  answered_on date not null,
  answered_at timestamptz not null,
  primary key (organization_id, feedback_id),
  foreign key (organization_id, answered_by) references person(organization_id, id),
  foreign key (organization_id, feedback_id) references feedback(organization_id, id),
  check ((words <> ''))
);
create trigger feedback_answer_append_only before delete or update or truncate on feedback_answer for each statement execute function refuse_change();

-- What a unit did that others can copy, and by what it can be seen.
create table highlight (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  title text not null,
  practice text not null,
  evidence text not null,
  shared_by uuid not null,
  shared_on date not null,  -- The office day; the latest come before a joint meeting.
  shared_at timestamptz not null,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawn_reason text not null default '',
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, shared_by) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  foreign key (organization_id, withdrawn_by) references person(organization_id, id),
  check (((withdrawn_on is null) = (withdrawn_by is null))),
  check ((evidence <> '')),
  check ((practice <> '')),
  check ((title <> ''))
);
create index highlight_of_unit on highlight (organization_id, unit_id, shared_on);
create index highlight_shared on highlight (organization_id, shared_at, id);

-- A unit that copies a highlight; the link stays, also where the highlight is withdrawn.
create table highlight_adoption (
  organization_id uuid not null,
  highlight_id uuid not null,
  unit_id uuid not null,
  adopted_by uuid not null,
  adopted_on date not null,
  primary key (organization_id, highlight_id, unit_id),
  foreign key (organization_id, adopted_by) references person(organization_id, id),
  foreign key (organization_id, highlight_id) references highlight(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);
create index highlight_adoption_of_unit on highlight_adoption (organization_id, unit_id);

create table idempotency_key (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  request_digest bytea not null,
  status integer not null,
  answer text not null,
  created_at timestamptz not null,
  primary key (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person(organization_id, id)
);
create index idempotency_key_age on idempotency_key (organization_id, created_at);

create table import (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  state text not null default 'review',
  reading jsonb not null,  -- What was read besides the drafts: head of the document, repaired text, lines, repairs, notices.
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  undone_at timestamptz,
  report jsonb,  -- How many rows were found, edited, discarded, and what became of them: kept, so that the quality of reading can be watched.
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references person(organization_id, id),
  foreign key (organization_id, document_id) references document(organization_id, id),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  check ((kind = any (array['document', 'ledger']))),
  check ((state = any (array['review', 'confirmed', 'undone'])))
);
create index import_created on import (organization_id, created_at, id);

-- What officers decided in a review, in order, so that each can take the own last decision back.
create table import_decision (
  organization_id uuid not null,
  import_id uuid not null,
  seq bigint not null generated always as identity,
  kind text not null,  -- make: a row that an officer made of words which the reader had left.
  before jsonb not null,  -- The rows it changed as they were before, and the version they got by it.
  decided_by uuid not null,
  decided_at timestamptz not null,
  undone_at timestamptz,
  primary key (organization_id, import_id, seq),
  foreign key (organization_id, decided_by) references person(organization_id, id),
  foreign key (organization_id, import_id) references import(organization_id, id),
  check ((kind = any (array['edit', 'accept', 'discard', 'reopen', 'merge', 'split', 'answer', 'nameUnit', 'make'])))
);
create index import_decision_last on import_decision (organization_id, import_id, decided_by, seq desc) where (undone_at is null);

create table import_draft (
  organization_id uuid not null,
  import_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position double precision not null,
  draft jsonb not null,  -- As read, never changed.
  fields jsonb not null,  -- As the officer left it: the cells that would be registered.
  state text not null default 'pending',  -- withdrawn: a row that a split had added and that was taken back; it is shown nowhere.
  task_id uuid,  -- The task it updates or was merged into, or, once confirmed, the task it became.
  before jsonb,  -- For a confirmed row that changed a task: what it changed, from what, and the task's version after it.
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz,
  decision_seq bigint,  -- The decision that made the row what it is; null as read. A decision can be taken back while it is the row's last one.
  same boolean not null default false,  -- A ledger's row that said what its task says already when it was read, and that nobody wrote into since: folded away.
  doubt_count integer default coalesce(jsonb_array_length((fields -> 'doubts')), 0),
  source_start integer default coalesce((((draft -> 'source') ->> 'start'))::integer, 0),
  source_end integer default coalesce((((draft -> 'source') ->> 'end'))::integer, 0),
  primary key (organization_id, id),
  foreign key (organization_id, changed_by) references person(organization_id, id),
  foreign key (organization_id, import_id) references import(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check ((state = any (array['pending', 'accepted', 'discarded', 'merged', 'withdrawn'])))
);
create index import_draft_import on import_draft (organization_id, import_id, "position");
create index import_draft_source on import_draft (organization_id, import_id, source_start);

-- A joint meeting and where it stands; its name follows from year and number.
create table joint_meeting (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  year integer not null,
  number integer not null,
  state text not null,
  held_on date not null,
  starts_at text not null,  -- When it begins, in the office's time zone.
  planned_minutes integer not null,
  place text not null default '',
  chair_id uuid,
  plan_id uuid not null,
  period_id uuid,  -- The period whose sheets it collects; null where it collects none.
  arrangement jsonb not null,  -- What the office made of the derived agenda: order, minutes, titles, points of its own.
  freeze_ordinal integer not null default 0,  -- The freeze that holds; 0 before the first.
  began_at timestamptz,
  ended_at timestamptz,
  minutes_edits jsonb not null,  -- What the office wrote over derived parts of the minutes, by part.
  minutes_number integer,
  minutes_number_text text,
  issued_on date,
  version integer not null default 1,
  created_by uuid not null,
  since timestamptz not null,
  circulated_at timestamptz,  -- When its minutes were circulated last: whoever answered before that is asked again.
  minutes_kept jsonb,  -- What the minutes say besides the rulings (who was there, how the last meeting's rulings stood), kept when they are circulated; null while they are drafted, and where they were circulated before this was kept
  primary key (organization_id, id),
  foreign key (organization_id, chair_id) references person(organization_id, id),
  foreign key (organization_id, created_by) references person(organization_id, id),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, period_id) references period(organization_id, id),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  check (((state = any (array['issued', 'followedUp'])) = ((minutes_number is not null) and (issued_on is not null)))),
  check (((number >= 1) and (number <= 99))),
  check (((planned_minutes >= 10) and (planned_minutes <= 600))),
  check ((starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$')),
  check ((state = any (array['planned', 'collecting', 'prepFrozen', 'inSession', 'minutesDraft', 'circulated', 'issued', 'followedUp', 'calledOff']))),
  check (((year >= 2000) and (year <= 2100)))
);
create index joint_meeting_held on joint_meeting (organization_id, held_on, id);
create unique index joint_meeting_number on joint_meeting (organization_id, year, number) where (state <> 'calledOff');

-- Every change: who, when, from where, before and after. Append-only.
create table journal_entry (
  organization_id uuid not null,
  seq bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),  -- The transaction that wrote it: entries are sealed, and caches checked, in the order transactions end.
  happened_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  origin text not null,  -- Where it came from: web, token, import or system, with the network address.
  request_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  primary key (organization_id, seq),
  foreign key (organization_id) references organization(id)
);
create index journal_entry_person on journal_entry (organization_id, person_id, seq);
create index journal_entry_subject on journal_entry (organization_id, subject_type, subject_id, seq);
create index journal_entry_xid on journal_entry (organization_id, xid, seq);
create trigger journal_entry_append_only before delete or update or truncate on journal_entry for each statement execute function refuse_change();

-- The chain: each digest covers the one before and its entry. Written just after commit, so that writers never wait for each other.
create table journal_seal (
  organization_id uuid not null,
  position bigint not null,
  entry_seq bigint not null,
  entry_xid xid8 not null,
  algorithm text not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, "position"),
  foreign key (organization_id, entry_seq) references journal_entry(organization_id, seq),
  check ((algorithm = any (array['sha256', 'sm3'])))
);
create unique index journal_seal_entry on journal_seal (organization_id, entry_seq);
create trigger journal_seal_append_only before delete or update or truncate on journal_seal for each statement execute function refuse_change();

-- A unit's one page as it was when the meeting was frozen (domain/meetings/card.ts).
create table meeting_card (
  organization_id uuid not null,
  meeting_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  position integer not null,
  card jsonb not null,
  primary key (organization_id, meeting_id, ordinal, unit_id),
  foreign key (organization_id, meeting_id, ordinal) references meeting_freeze(organization_id, meeting_id, ordinal),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);
create trigger meeting_card_append_only before delete or update or truncate on meeting_card for each statement execute function refuse_change();

-- What happened in a session, in order (domain/meetings/session.ts).
create table meeting_event (
  organization_id uuid not null,
  meeting_id uuid not null,
  seq integer not null,
  key uuid not null,  -- Given by the author's browser: what is sent again is still one event.
  kind text not null,
  said jsonb not null,
  happened_at timestamptz not null,  -- When it happened, by the server's clock, however late it was received.
  received_at timestamptz not null,
  by_id uuid not null,
  primary key (organization_id, meeting_id, seq),
  unique (organization_id, meeting_id, key),
  foreign key (organization_id, by_id) references person(organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id),
  check ((kind = any (array['itemCalled', 'timerStarted', 'timerPaused', 'attended', 'rulingDrafted', 'rulingShown', 'rulingConfirmed', 'rulingDropped', 'rulingMade', 'noted'])))
);
create trigger meeting_event_append_only before delete or update or truncate on meeting_event for each statement execute function refuse_change();

-- Moments at which a meeting's figures were kept; a later one takes the place of an earlier one.
create table meeting_freeze (
  organization_id uuid not null,
  meeting_id uuid not null,
  ordinal integer not null,
  frozen_at timestamptz not null,
  as_on date not null,
  agenda jsonb not null,  -- The derived agenda of that moment; the office's arrangement comes over it.
  digest text not null,  -- SHA-256 of the cards, hexadecimal: printed, so that paper can be held against the screen.
  frozen_by uuid not null,
  primary key (organization_id, meeting_id, ordinal),
  foreign key (organization_id, frozen_by) references person(organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id)
);
create trigger meeting_freeze_append_only before delete or update or truncate on meeting_freeze for each statement execute function refuse_change();

-- Who takes part: a unit by its head's post, whoever holds it, or a leader.
create table meeting_participant (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  part text not null,
  unit_id uuid,
  person_id uuid,
  on_leave boolean not null default false,
  leave_reason text not null default '',
  stand_in text not null default '',  -- Who comes instead, in words.
  retired boolean not null default false,
  primary key (organization_id, id),
  unique (organization_id, meeting_id, person_id),
  unique (organization_id, meeting_id, unit_id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((unit_id is null) <> (person_id is null))),
  check ((part = any (array['member', 'observer'])))
);
create index meeting_participant_person on meeting_participant (organization_id, person_id);
create index meeting_participant_unit on meeting_participant (organization_id, unit_id);

-- What a meeting decided. Where it stands follows from the task or difficulty it became.
create table meeting_ruling (
  organization_id uuid not null,
  id uuid not null,  -- Given by the recorder's browser: what is sent again is still one ruling.
  meeting_id uuid not null,
  number integer not null,
  sentence text not null,
  lead_unit_id uuid not null,
  due_on date not null,
  becomes text not null,
  item_key text,
  difficulty_id uuid,
  task_id uuid,  -- The task it became, or whose date it moved.
  subject_task_id uuid,  -- The task it was spoken about, where it was about one.
  confirmed_by uuid not null,
  read_back boolean not null,  -- Read back and confirmed in the room; false: confirmed by the leader's own hand.
  made_by uuid not null,
  made_at timestamptz not null,
  made_on date not null,
  primary key (organization_id, id),
  unique (organization_id, meeting_id, number),
  foreign key (organization_id, confirmed_by) references person(organization_id, id),
  foreign key (organization_id, difficulty_id) references difficulty(organization_id, id),
  foreign key (organization_id, lead_unit_id) references unit(organization_id, id),
  foreign key (organization_id, made_by) references person(organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id),
  foreign key (organization_id, subject_task_id) references task(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check ((becomes = any (array['task', 'directive', 'difficultyAnswer', 'dateChange']))),
  check (((becomes <> 'difficultyAnswer') or (difficulty_id is not null))),
  check (((becomes = 'difficultyAnswer') or (task_id is not null))),
  check ((number >= 1)),
  check (((length(sentence) >= 1) and (length(sentence) <= 1000)))
);
create index meeting_ruling_difficulty on meeting_ruling (organization_id, difficulty_id);
create index meeting_ruling_lead on meeting_ruling (organization_id, lead_unit_id);
create index meeting_ruling_task on meeting_ruling (organization_id, task_id);
create trigger meeting_ruling_append_only before delete or update or truncate on meeting_ruling for each statement execute function refuse_change();

-- Units that support a ruling's lead, each with what it delivers.
create table meeting_ruling_support (
  organization_id uuid not null,
  ruling_id uuid not null,
  unit_id uuid not null,
  deliverable text not null default '',
  due_on date,
  primary key (organization_id, ruling_id, unit_id),
  foreign key (organization_id, ruling_id) references meeting_ruling(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);

-- What people are told: inbox and outbox in one, written with the fact it tells of.
create table message (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  facts jsonb not null,  -- What the sentence of its kind is filled with (domain/messages/kinds.ts), in the language of whoever reads it.
  key text not null,  -- The same key is told to the same person once, whatever happens.
  told_at timestamptz not null,
  read_at timestamptz,
  planned_at timestamptz,  -- When its deliveries were made, if there was anywhere to deliver to.
  primary key (organization_id, id),
  unique (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check (((length(key) >= 1) and (length(key) <= 200)))
);
create index message_inbox on message (organization_id, person_id, told_at desc, id);
create index message_unplanned on message (organization_id, told_at) where (planned_at is null);
create index message_unread on message (organization_id, person_id, told_at desc, id) where (read_at is null);

-- Messages on their way to one address: the id is the key by which a receiver knows a repetition.
create table message_delivery (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  channel text not null,
  address text not null,  -- The address as it may be shown; the whole one stays with the person's channel.
  state text not null default 'waiting',
  attempts integer not null default 0,  -- Counted when an attempt begins, so that one which broke off counts.
  next_try_at timestamptz not null,  -- While an attempt is under way: when it counts as broken off.
  last_error text,
  planned_at timestamptz not null,
  digest_on date,  -- The office day whose summary this is.
  delivered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check ((state = any (array['waiting', 'delivered', 'failed'])))
);
create unique index message_delivery_digest on message_delivery (organization_id, person_id, channel, digest_on) where (digest_on is not null);
create index message_delivery_due on message_delivery (organization_id, next_try_at) where (state = 'waiting');
create index message_delivery_log on message_delivery (organization_id, planned_at desc, id);
create index message_delivery_person on message_delivery (organization_id, person_id);

create table milestone (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  position integer not null,
  title text not null,
  weight double precision not null,
  original_due_on date not null,
  current_due_on date not null,
  state text not null default 'pending',
  submitted_on date,
  done_on date,  -- The office day on which the accepted claim was submitted: the office's own delay never counts against the unit.
  accepted_at timestamptz,
  retired boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check (((state = 'pending') = (submitted_on is null))),
  check (((state = 'accepted') = ((done_on is not null) and (accepted_at is not null)))),
  check ((state = any (array['pending', 'submitted', 'accepted']))),
  check (((length(title) >= 1) and (length(title) <= 200))),
  check (((weight >= (0)::double precision) and (weight <= (100)::double precision)))
);
create index milestone_open on milestone (organization_id, current_due_on) where ((state = 'pending') and (not retired));
create index milestone_task on milestone (organization_id, task_id);
create trigger milestone_keep_former before delete or update on milestone for each row execute function keep_former_milestone();
create trigger milestone_keep_original_due before update on milestone for each row execute function keep_original_due_of_milestone();

create table milestone_former (
  until timestamptz not null,
  organization_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  position integer not null,
  title text not null,
  weight double precision not null,
  original_due_on date not null,
  current_due_on date not null,
  state text not null,
  submitted_on date,
  done_on date,
  accepted_at timestamptz,
  retired boolean not null,
  since timestamptz not null,
  primary key (organization_id, id, since)
);
create index milestone_former_task on milestone_former (organization_id, task_id);
create trigger milestone_former_append_only before delete or update or truncate on milestone_former for each statement execute function refuse_change();

-- Who read circulated minutes and has no comments: a unit, or a leader where it names none.
create table minutes_agreement (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  said_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);
create index minutes_agreement_meeting on minutes_agreement (organization_id, meeting_id, said_at);

-- What units and leaders said of circulated minutes, and what the office answered.
create table minutes_comment (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  part_key text,  -- The part of the minutes it is about; null for the whole.
  words text not null,
  said_at timestamptz not null,
  answer text,
  adopted boolean,
  answered_by uuid,
  answered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, answered_by) references person(organization_id, id),
  foreign key (organization_id, meeting_id) references joint_meeting(organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check ((((answered_at is null) = (answered_by is null)) and ((answered_at is null) = (adopted is null)))),
  check (((length(words) >= 1) and (length(words) <= 2000)))
);
create index minutes_comment_meeting on minutes_comment (organization_id, meeting_id, said_at);

-- The last number given to minutes in a year; taken with the issue, so that no number is missing.
create table minutes_sequence (
  organization_id uuid not null,
  year integer not null,
  last_number integer not null,
  primary key (organization_id, year),
  foreign key (organization_id) references organization(id)
);

-- The last number given to a supervision notice in a year; taken with the notice, so that no number is missing.
create table notice_sequence (
  organization_id uuid not null,
  year integer not null,
  last_number integer not null,
  primary key (organization_id, year),
  foreign key (organization_id) references organization(id)
);

create table organization (
  id uuid not null default gen_random_uuid(),
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  standing_on date,  -- The office day for which task_standing was last worked out.
  created_at timestamptz not null default now(),
  primary key (id),
  check (((length(name) >= 1) and (length(name) <= 100)))
);

-- A Word document with placeholders, as it was uploaded.
create table paper_template (
  organization_id uuid not null,
  kind text not null,
  ordinal integer not null,
  name text not null,
  bytes bytea not null,
  size integer not null,
  digest text not null,  -- SHA-256 of the bytes, hexadecimal.
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organization_id, kind, ordinal),
  foreign key (organization_id, added_by) references person(organization_id, id),
  foreign key (organization_id) references organization(id),
  check ((digest ~ '^[0-9a-f]{64}$')),
  check ((kind = any (array['agenda', 'brief', 'minutes', 'asks']))),
  check ((ordinal > 0)),
  check ((size > 0))
);

-- The version a paper is made with; without a row or with no ordinal, the built-in paper.
create table paper_template_choice (
  organization_id uuid not null,
  kind text not null,
  ordinal integer,
  since timestamptz not null,
  primary key (organization_id, kind),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, kind, ordinal) references paper_template(organization_id, kind, ordinal),
  check ((kind = any (array['agenda', 'brief', 'minutes', 'asks'])))
);

create table period (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  kind text not null,
  number integer not null,
  starts_on date not null,
  ends_on date not null,
  opens_on date not null,
  closes_on date not null,
  primary key (organization_id, id),
  unique (organization_id, plan_id, kind, number),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  check (((starts_on <= ends_on) and (opens_on <= closes_on))),
  check ((kind = any (array['quarter', 'month']))),
  check (((number >= 1) and (number <= 12)))
);

create table person (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  user_name text not null,
  language text not null default 'zh',
  phone text,
  position integer not null default 0,
  search_keys text not null default '',
  disabled_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  check ((language = any (array['zh', 'en']))),
  check (((length(name) >= 1) and (length(name) <= 60))),
  check (((length(user_name) >= 1) and (length(user_name) <= 60)))
);
create unique index person_user_name on person (lower(user_name));

-- A channel that a person chose.
create table person_channel (
  organization_id uuid not null,
  person_id uuid not null,
  channel text not null,
  address text not null,  -- Where it leads: a mail address, a number, a robot's address with its key. Never logged, never answered.
  secret text,  -- What a robot's messages are signed with. Never logged, never answered.
  shown text not null,  -- Enough of the address to know it again.
  primary key (organization_id, person_id, channel),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check (((length(address) >= 1) and (length(address) <= 500))),
  check ((channel = any (array['email', 'weCom', 'dingTalk', 'feishu', 'sms'])))
);

-- A person's own quiet hours: they add to the office's (delivery_rules) and never open what those keep shut.
create table person_quiet (
  organization_id uuid not null,
  person_id uuid not null,
  quiet_from text not null,
  quiet_to text not null,
  workdays_only boolean not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check ((quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$')),
  check ((quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'))
);

create table pillar (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  position integer not null,
  name text not null,
  mark text not null,  -- The character in task codes: 26-工-017.
  retired_at timestamptz,
  last_number integer not null default 0,  -- The last number given to a task code of this pillar; taken at the end of a creation, so that writers wait for each other as shortly as can be.
  primary key (organization_id, id),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  check (((length(mark) >= 1) and (length(mark) <= 4))),
  check (((length(name) >= 1) and (length(name) <= 30)))
);
create unique index pillar_mark on pillar (organization_id, plan_id, mark) where (retired_at is null);
create unique index pillar_name on pillar (organization_id, plan_id, name) where (retired_at is null);
create trigger pillar_forget_standings after update of "position" on pillar for each row when ((new."position" is distinct from old."position")) execute function forget_standings();

create table plan (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  year integer not null,
  state text not null default 'drafting',
  report_every text not null default 'quarter',
  opens_on_last_workday integer not null default 5,  -- A period's window opens on this last working day of the period: 5 is the fifth last.
  closes_after_workdays integer not null default 3,  -- It closes this many working days after the period's end.
  light_preset text not null default 'standard',
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, year),
  foreign key (organization_id) references organization(id),
  check (((closes_after_workdays >= 0) and (closes_after_workdays <= 20))),
  check ((light_preset = any (array['standard', 'wide']))),
  check (((opens_on_last_workday >= 1) and (opens_on_last_workday <= 20))),
  check ((report_every = any (array['quarter', 'month']))),
  check ((state = any (array['drafting', 'approved', 'closed']))),
  check (((year >= 2000) and (year <= 2100)))
);

create table portfolio_pillar (
  organization_id uuid not null,
  person_id uuid not null,
  pillar_id uuid not null,
  ended_at timestamptz,
  primary key (organization_id, person_id, pillar_id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, pillar_id) references pillar(organization_id, id)
);

create table portfolio_unit (
  organization_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  ended_at timestamptz,
  primary key (organization_id, person_id, unit_id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);

create table post (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid,
  role text not null,
  title text not null default '',
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((role = any (array['unitHead', 'liaison', 'assignee'])) <= (unit_id is not null))),
  check ((role = any (array['supervisionOffice', 'principalLeader', 'leaderInCharge', 'unitHead', 'liaison', 'assignee', 'sysAdmin', 'securityAdmin', 'auditAdmin'])))
);
create index post_person on post (organization_id, person_id) where (ended_at is null);
create index post_role on post (organization_id, role) where (ended_at is null);
create index post_unit on post (organization_id, unit_id) where (ended_at is null);

-- What happened, on its way to one webhook: written with the fact itself. The id is the key by which a receiver knows a repetition.
create table push (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event text not null,
  task_id uuid,
  ids jsonb not null default '{}'::jsonb,  -- Identifiers of what it is about beside the task; nobody's words.
  occurred_at timestamptz not null,
  state text not null default 'waiting',
  attempts integer not null default 0,  -- Counted when an attempt begins, so that one which broke off counts; from the start again when it is sent by hand.
  next_try_at timestamptz not null,  -- While an attempt is under way: when it counts as broken off.
  last_error text,
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, webhook_id) references webhook(organization_id, id),
  check (((state = 'waiting') = (ended_at is null))),
  check ((state = any (array['waiting', 'delivered', 'failed'])))
);
create index push_due on push (organization_id, next_try_at) where (state = 'waiting');
create index push_log on push (organization_id, occurred_at desc, id);
create index push_webhook on push (organization_id, webhook_id, occurred_at desc, id);

-- Documents being read: how far, as the reading server said last. Gone when the reading ends; one that has not been told of for a while is of a server that ended.
create table reading (
  organization_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  step text not null,
  rows_read integer not null default 0,
  rows_of integer,
  told_at timestamptz not null default now(),  -- By the clock of the database, the one that all servers share.
  stopped_at timestamptz,  -- Its sender wants it no more; the server that reads it looks here whenever it tells how far it is.
  primary key (organization_id, person_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check ((step = any (array['waiting', 'opening', 'reading', 'comparing'])))
);

create table report_entry (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  period_id uuid not null,
  unit_id uuid not null,
  task_id uuid not null,
  actual_share double precision,  -- Points of 100 done since the task began, as claimed; it counts once the row is accepted.
  actual_value double precision,
  done text[] not null default '{}',
  next_step text not null default '',
  difficulty text not null default '',
  suggestion text not null default '',
  evidence text not null default '',
  confidence text,
  claimed_milestone_ids uuid[] not null default '{}'::uuid[],
  checked boolean not null default false,
  state text not null default 'draft',
  return_code text,
  return_note text not null default '',
  submitted_on date,
  submitted_by uuid,
  decided_on date,  -- The office day on which the supervision office accepted or returned the row.
  decided_by uuid,
  version integer not null default 1,
  since timestamptz not null,
  saved_at timestamptz,
  saved_by uuid,  -- Who last wrote the row's content: never decides on it, and is named to whoever saves over it.
  primary key (organization_id, id),
  unique (organization_id, period_id, task_id),
  foreign key (organization_id, decided_by) references person(organization_id, id),
  foreign key (organization_id, period_id) references period(organization_id, id),
  foreign key (organization_id, saved_by) references person(organization_id, id),
  foreign key (organization_id, submitted_by) references person(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((actual_share >= (0)::double precision) and (actual_share <= (100)::double precision))),
  check ((confidence = any (array['green', 'amber', 'red']))),
  check ((state = any (array['draft', 'submitted', 'accepted', 'returned'])))
);
create index report_entry_sheet on report_entry (organization_id, period_id, unit_id, state);
create index report_entry_task on report_entry (organization_id, task_id, period_id);
create trigger report_entry_keep_former before delete or update on report_entry for each row execute function keep_former_report_entry();

create table report_entry_former (
  until timestamptz not null,
  organization_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  task_id uuid not null,
  actual_share double precision,
  actual_value double precision,
  done text[] not null,
  next_step text not null,
  difficulty text not null,
  suggestion text not null,
  evidence text not null,
  confidence text,
  claimed_milestone_ids uuid[] not null,
  checked boolean not null,
  state text not null,
  return_code text,
  return_note text not null,
  submitted_on date,
  submitted_by uuid,
  decided_on date,
  decided_by uuid,
  version integer not null,
  since timestamptz not null,
  saved_at timestamptz,
  saved_by uuid,
  primary key (organization_id, id, since)
);
create index report_entry_former_task on report_entry_former (organization_id, task_id);
create trigger report_entry_former_append_only before delete or update or truncate on report_entry_former for each statement execute function refuse_change();

-- One unit's sheet for one period; its state is derived from its rows, its signature and the window.
create table report_sheet (
  organization_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  prepared_at timestamptz,
  prepared_by uuid,
  signed_at timestamptz,
  signed_by uuid,
  primary key (organization_id, period_id, unit_id),
  foreign key (organization_id, period_id) references period(organization_id, id),
  foreign key (organization_id, prepared_by) references person(organization_id, id),
  foreign key (organization_id, signed_by) references person(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id)
);

create table saved_view (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  name text not null,
  search text not null,  -- The ledger's address: filters, order, grouping and columns.
  position integer not null,
  retired_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person(organization_id, id),
  check (((length(name) >= 1) and (length(name) <= 30)))
);
create index saved_view_person on saved_view (organization_id, person_id, "position") where (retired_at is null);

create table session (
  organization_id uuid not null,
  digest bytea not null,  -- SHA-256 of the cookie's secret; the secret itself is nowhere.
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null default '',
  browser text not null default '',
  primary key (organization_id, digest),
  foreign key (organization_id, person_id) references person(organization_id, id)
);
create unique index session_digest on session (digest);
create index session_person on session (organization_id, person_id) where (ended_at is null);

-- One-time set-up links by the SHA-256 of their secret; there is no organization yet.
create table setup_link (
  digest bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (digest)
);

-- A deliverable's row on its supporting unit's sheet; signing the sheet delivers what is written.
create table sheet_delivery (
  organization_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  task_id uuid not null,
  what text not null,
  evidence text not null,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  delivered_on date,  -- The office day of the signature that delivered it; null while it is a draft.
  primary key (organization_id, period_id, unit_id, task_id),
  foreign key (organization_id, period_id) references period(organization_id, id),
  foreign key (organization_id, saved_by) references person(organization_id, id),
  foreign key (organization_id, task_id, unit_id) references task_support(organization_id, task_id, unit_id),
  check ((version > 0))
);
create index sheet_delivery_of_support on sheet_delivery (organization_id, task_id, unit_id);

-- Failed sign-ins by network address, and by user name where nobody has that name: nobody is known yet, so no organization.
create table sign_in_failure (
  key bytea not null,  -- SHA-256 of the address or the name, so that the table names nobody.
  failure_count integer not null,
  since timestamptz not null,
  locked_until timestamptz,
  primary key (key)
);
create index sign_in_failure_since on sign_in_failure (since);

-- 督办单: proposed by a rule or given by the office, numbered when issued, answered by the unit’s head, closed.
create table supervision_notice (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  key text not null,  -- The stage that proposed it, or the request that gave it: the same is not proposed twice.
  level text not null,
  state text not null,
  year integer,
  number integer,
  number_text text,
  task_id uuid not null,
  milestone_id uuid,
  unit_id uuid not null,
  reason jsonb not null,  -- Why: a code and its facts (domain/notices/reason.ts), so that each reader has its sentence.
  ask text not null default '',  -- What is asked in the office’s own words; empty for the level’s standing ones.
  answer_within_workdays integer not null,
  proposed_on date not null,
  issued_on date,
  issued_by uuid,
  answer_by date,
  reply text not null default '',
  replied_at timestamptz,
  replied_by uuid,
  close_note text not null default '',
  closed_at timestamptz,
  closed_by uuid,
  since timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, closed_by) references person(organization_id, id),
  foreign key (organization_id, issued_by) references person(organization_id, id),
  foreign key (organization_id, milestone_id) references milestone(organization_id, id),
  foreign key (organization_id, replied_by) references person(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((answer_within_workdays >= 1) and (answer_within_workdays <= 60))),
  check (((state = any (array['issued', 'answered', 'closed'])) = ((number is not null) and (issued_on is not null) and (answer_by is not null)))),
  check (((length(key) >= 1) and (length(key) <= 200))),
  check ((level = any (array['blue', 'yellow', 'red']))),
  check ((state = any (array['proposed', 'dismissed', 'issued', 'answered', 'closed'])))
);
create unique index supervision_notice_number on supervision_notice (organization_id, year, number) where (number is not null);
create unique index supervision_notice_open on supervision_notice (organization_id, task_id, level, coalesce(milestone_id, task_id)) where (state = any (array['proposed', 'issued', 'answered']));
create index supervision_notice_state on supervision_notice (organization_id, state, proposed_on desc, id);
create index supervision_notice_task on supervision_notice (organization_id, task_id);
create index supervision_notice_unit on supervision_notice (organization_id, unit_id, proposed_on desc, id);

-- What decides colours, who decides a later date, and how long a difficulty waits (domain/rules/rules.ts). Without a row the standard rules hold, and of lights what each plan chose.
create table supervision_rule_set (
  organization_id uuid not null,
  version integer not null,
  effective_on date not null,
  rules jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organization_id, version),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, saved_by) references person(organization_id, id),
  check ((version >= 1))
);
create trigger supervision_rule_set_append_only before delete or update or truncate on supervision_rule_set for each statement execute function refuse_change();

create table task (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  code text not null,
  pillar_id uuid not null,
  kind text not null,
  title text not null,
  evidence text not null default '',
  lead_unit_id uuid,
  leader_id uuid,
  assignee_id uuid,
  weight integer not null default 1,
  source_type text not null default 'annualPlan',
  source_title text not null default '',
  source_number text not null default '',
  source_quote text not null default '',
  document_id uuid,
  import_id uuid,
  target_value double precision,
  target_unit text,
  starts_on date not null,
  original_due_on date,  -- Never changes once the task is assigned; extensions move current_due_on and stand beside it.
  current_due_on date,
  state text not null,
  restricted boolean not null default false,
  registered_at timestamptz,
  assigned_at timestamptz,
  acknowledged_at timestamptz,
  completion_requested_at timestamptz,
  completion_requested_by uuid,
  completion_note text,
  completed_on date,
  closed_out_on date,
  search_grams text[] not null default '{}',  -- Two-character pieces of code and title: pg_trgm does not serve two-character Chinese words.
  version integer not null default 1,
  since timestamptz not null,  -- The instant from which this version has been true; earlier versions are in task_former.
  state_on date,  -- The office day on which the task came into its state: every clock of its life runs from here. Null in versions from before this was kept.
  decline_count integer not null default 0,  -- How often a lead unit declined it: the first is the office's to decide, the second the leader's, and there is no third.
  declined_by uuid,
  first_completed_on date,  -- Written by the first completion and never changed, however often the task is taken up again.
  reopen_count integer not null default 0,
  signed_off_on date,
  signed_off_by uuid,
  deferred_until date,
  redo_since date,
  redo_due_on date,  -- By when what was found wanting is done anew; null where nothing is.
  redo_reason text not null default '',
  target_as_worded boolean not null default false,  -- The office takes the wording as it is, though a number, a result or a proof is missing (domain/targets/lint.ts).
  primary key (organization_id, id),
  unique (organization_id, plan_id, code),
  foreign key (organization_id, assignee_id) references person(organization_id, id),
  foreign key (organization_id, completion_requested_by) references person(organization_id, id),
  foreign key (organization_id, declined_by) references person(organization_id, id),
  foreign key (organization_id, document_id) references document(organization_id, id),
  foreign key (organization_id, import_id) references import(organization_id, id),
  foreign key (organization_id, lead_unit_id) references unit(organization_id, id),
  foreign key (organization_id, leader_id) references person(organization_id, id),
  foreign key (organization_id, pillar_id) references pillar(organization_id, id),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  foreign key (organization_id, signed_off_by) references person(organization_id, id),
  check (((state = any (array['draft', 'cancelled'])) or ((lead_unit_id is not null) and (original_due_on is not null) and (current_due_on is not null)))),
  check ((kind = any (array['indicator', 'project', 'action']))),
  check ((source_type = any (array['annualPlan', 'meeting', 'directive', 'superiorDocument', 'proposal', 'difficulty']))),
  check ((state = any (array['draft', 'registered', 'assigned', 'inProgress', 'completionReview', 'leaderSignOff', 'completed', 'closedOut', 'disputed', 'suspended', 'deferred', 'cancelled']))),
  check (((length(title) >= 1) and (length(title) <= 500))),
  check (((weight >= 1) and (weight <= 100)))
);
create index task_assignee on task (organization_id, assignee_id) where (assignee_id is not null);
create index task_deferred on task (organization_id, deferred_until) where (deferred_until is not null);
create index task_due on task (organization_id, plan_id, coalesce(current_due_on, '9999-12-31'::date), code);
create index task_import on task (organization_id, import_id) where (import_id is not null);
create index task_lead on task (organization_id, plan_id, lead_unit_id, code);
create index task_leader on task (organization_id, leader_id) where (leader_id is not null);
create index task_pillar on task (organization_id, pillar_id, code);
create index task_search on task using gin (search_grams);
create index task_unacknowledged on task (organization_id, assigned_at) where (state = 'assigned');
create index task_waiting on task (organization_id, state, coalesce(state_on, starts_on), id) where (state = any (array['draft', 'registered', 'assigned', 'disputed', 'completionReview', 'completed']));
create trigger task_keep_former before delete or update on task for each row execute function keep_former_task();
create trigger task_keep_original_due before update on task for each row execute function keep_original_due();

-- Each time a lead unit declined the task, what it said, and what was decided about it.
create table task_dispute (
  organization_id uuid not null,
  task_id uuid not null,
  number integer not null,
  unit_id uuid not null,
  declined_at timestamptz not null,
  declined_by uuid not null,
  reason text not null,
  suggested_unit_id uuid not null,
  legal_basis text not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text,
  decision_reason text not null default '',
  primary key (organization_id, task_id, number),
  foreign key (organization_id, decided_by) references person(organization_id, id),
  foreign key (organization_id, declined_by) references person(organization_id, id),
  foreign key (organization_id, suggested_unit_id) references unit(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((decided_at is null) = (decision is null))),
  check ((decision = any (array['upheld', 'transferred', 'cancelled']))),
  check ((number = any (array[1, 2])))
);

create table task_former (
  until timestamptz not null,
  organization_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  pillar_id uuid not null,
  kind text not null,
  title text not null,
  evidence text not null,
  lead_unit_id uuid,
  leader_id uuid,
  assignee_id uuid,
  weight integer not null,
  source_type text not null,
  source_title text not null,
  source_number text not null,
  source_quote text not null,
  document_id uuid,
  import_id uuid,
  target_value double precision,
  target_unit text,
  starts_on date not null,
  original_due_on date,
  current_due_on date,
  state text not null,
  restricted boolean not null,
  registered_at timestamptz,
  assigned_at timestamptz,
  acknowledged_at timestamptz,
  completion_requested_at timestamptz,
  completion_requested_by uuid,
  completion_note text,
  completed_on date,
  closed_out_on date,
  search_grams text[] not null,
  version integer not null,
  since timestamptz not null,
  state_on date,
  decline_count integer,
  declined_by uuid,
  first_completed_on date,
  reopen_count integer,
  signed_off_on date,
  signed_off_by uuid,
  deferred_until date,
  redo_since date,
  redo_due_on date,
  redo_reason text,
  target_as_worded boolean not null default false,
  primary key (organization_id, id, since)
);
create index task_former_plan on task_former (organization_id, plan_id, until);
create trigger task_former_append_only before delete or update or truncate on task_former for each statement execute function refuse_change();

-- Requests for later dates and for changes of what was promised, with what the office thinks and what was decided.
create table task_request (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  task_id uuid not null,
  kind text not null,
  state text not null,
  decider text not null,  -- Who decides, by the ladder (domain/requests/ladder.ts) as it stood when it was asked.
  rules_version text not null,
  ordinal integer not null,
  is_late boolean not null,
  unit_id uuid not null,
  asked_by uuid not null,
  asked_on date not null,
  asked_at timestamptz not null,
  reason text not null,
  account text not null,  -- How far the work is; of a change, whom it serves.
  dates jsonb not null,  -- Of an extension: milestoneId (null: the task), from, asked, granted (null until decided).
  before jsonb,
  after jsonb,
  opinion_agrees boolean,
  opinion_note text not null default '',
  reviewed_by uuid,
  reviewed_on date,
  decision_note text not null default '',
  decided_by uuid,
  decided_on date,
  primary key (organization_id, id),
  foreign key (organization_id, asked_by) references person(organization_id, id),
  foreign key (organization_id, decided_by) references person(organization_id, id),
  foreign key (organization_id, reviewed_by) references person(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((state = any (array['approved', 'rejected'])) = (decided_by is not null))),
  check ((decider = any (array['supervisionOffice', 'leaderInCharge', 'principalLeader']))),
  check ((kind = any (array['extensionRequest', 'changeRequest']))),
  check ((ordinal >= 1)),
  check ((state = any (array['asked', 'reviewed', 'approved', 'rejected', 'withdrawn'])))
);
create index task_request_asked on task_request (organization_id, asked_at desc, id);
create index task_request_oldest on task_request (organization_id, asked_on, id) where (state = any (array['asked', 'reviewed']));
create unique index task_request_open on task_request (organization_id, task_id, kind) where (state = any (array['asked', 'reviewed']));
create index task_request_task on task_request (organization_id, task_id, asked_at desc, id);
create index task_request_waiting on task_request (organization_id, decider, state, asked_at desc, id) where (state = any (array['asked', 'reviewed']));

-- Derived: where each task stands on standing_on, worked out again with every change of its facts and every new day. Nobody types it.
create table task_standing (
  organization_id uuid not null,
  task_id uuid not null,
  standing_on date not null,
  light text not null,
  light_rank smallint not null,
  deadline_light text not null,
  trajectory_light text not null,
  planned_share double precision not null,
  actual_share double precision,  -- Points of 100; null while nothing is known.
  why jsonb not null,
  measured_on date not null,  -- The day planned and actual share speak of.
  on_plan boolean not null,  -- At or above plan: the numerator of the trajectory attainment.
  plan_id uuid not null,
  task_code text not null,  -- The task's code again, so that the ledger in the order of lights is read from one index.
  pillar_position integer not null,
  unit_position integer not null,  -- Of the lead unit in the official order; behind all where there is none yet.
  acknowledge_late boolean not null default false,  -- The lead unit has not taken it on within its limit.
  verification text,  -- Why a completed task is suggested for verification on the spot; null where it is not.
  primary key (organization_id, task_id),
  foreign key (organization_id, plan_id) references plan(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check ((deadline_light = any (array['red', 'yellow', 'green', 'blue', 'grey']))),
  check ((light = any (array['red', 'yellow', 'green', 'blue', 'grey']))),
  check ((trajectory_light = any (array['red', 'yellow', 'green', 'blue', 'grey']))),
  check ((verification = any (array['wasRed', 'sampled'])))
);
create index task_standing_pillar on task_standing (organization_id, plan_id, pillar_position, task_code);
create index task_standing_rank on task_standing (organization_id, plan_id, light_rank, task_code);
create index task_standing_unit on task_standing (organization_id, plan_id, unit_position, task_code);

create table task_support (
  organization_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  deliverable text not null default '',
  due_on date,
  retired boolean not null default false,
  since timestamptz not null,
  state text not null default 'pending',  -- pending: owed; delivered: the lead unit looks at it; returned: owed again; confirmed and undelivered: the lead unit has decided.
  delivered_on date,
  delivered_by uuid,
  delivery text not null default '',  -- What the supporting unit says it delivered; evidence: by what that can be seen.
  evidence text not null default '',
  decided_on date,
  decided_by uuid,
  rating text,
  decision_note text not null default '',  -- What the lead unit's head said when confirming, returning, or going on without it.
  silent_on date,  -- The office day on which both heads were told that nothing came; null while they were not.
  primary key (organization_id, task_id, unit_id),
  foreign key (organization_id, decided_by) references person(organization_id, id),
  foreign key (organization_id, delivered_by) references person(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, unit_id) references unit(organization_id, id),
  check (((state = 'confirmed') = (rating is not null))),
  check (((state <> all (array['delivered', 'returned', 'confirmed'])) or ((delivered_on is not null) and (delivered_by is not null)))),
  check (((state <> all (array['returned', 'confirmed', 'undelivered'])) or ((decided_on is not null) and (decided_by is not null)))),
  check ((rating = any (array['satisfactory', 'partial', 'insufficient']))),
  check ((state = any (array['pending', 'delivered', 'returned', 'confirmed', 'undelivered'])))
);
create index task_support_owed on task_support (organization_id, task_id) where ((not retired) and (silent_on is null) and (state = any (array['pending', 'returned'])));
create index task_support_unit on task_support (organization_id, unit_id, task_id) where (not retired);
create trigger task_support_keep_former before delete or update on task_support for each row execute function keep_former_task_support();

create table task_support_former (
  until timestamptz not null,
  organization_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  deliverable text not null,
  due_on date,
  retired boolean not null,
  since timestamptz not null,
  state text,
  delivered_on date,
  delivered_by uuid,
  delivery text,
  evidence text,
  decided_on date,
  decided_by uuid,
  rating text,
  decision_note text,
  silent_on date,
  primary key (organization_id, task_id, unit_id, since)
);
create trigger task_support_former_append_only before delete or update or truncate on task_support_former for each statement execute function refuse_change();

-- Former lead units: from when to when, who did the work, and how far it had come. What they did stays as it was.
create table task_transfer (
  organization_id uuid not null,
  task_id uuid not null,
  number integer not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  assignee_id uuid,
  assigned_at timestamptz,
  transferred_at timestamptz not null,
  transferred_by uuid not null,
  reason text not null,
  actual_share double precision,  -- Points of 100 on the day of the transfer; null while nothing was known.
  primary key (organization_id, task_id, number),
  foreign key (organization_id, assignee_id) references person(organization_id, id),
  foreign key (organization_id, from_unit_id) references unit(organization_id, id),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, to_unit_id) references unit(organization_id, id),
  foreign key (organization_id, transferred_by) references person(organization_id, id)
);

-- A planned trajectory that was given; without points it is derived from the milestones.
create table trajectory_point (
  organization_id uuid not null,
  task_id uuid not null,
  point_on date not null,
  share double precision not null,
  retired boolean not null default false,
  since timestamptz not null,
  primary key (organization_id, task_id, point_on),
  foreign key (organization_id, task_id) references task(organization_id, id),
  check (((share >= (0)::double precision) and (share <= (100)::double precision)))
);
create trigger trajectory_point_keep_former before delete or update on trajectory_point for each row execute function keep_former_trajectory_point();

create table trajectory_point_former (
  until timestamptz not null,
  organization_id uuid not null,
  task_id uuid not null,
  point_on date not null,
  share double precision not null,
  retired boolean not null,
  since timestamptz not null,
  primary key (organization_id, task_id, point_on, since)
);
create trigger trajectory_point_former_append_only before delete or update or truncate on trajectory_point_former for each statement execute function refuse_change();

create table unit (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  short_name text not null,
  aliases text[] not null default '{}',
  kind text not null,
  group_name text not null default '',
  position integer not null,  -- The official order of units, which never moves on the board.
  search_keys text not null default '',  -- Lower-case names, aliases, full pinyin and initials, separated by spaces.
  retired_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  check ((kind = any (array['party', 'government', 'town', 'street', 'enterprise', 'other']))),
  check (((length(name) >= 1) and (length(name) <= 100))),
  check (((length(short_name) >= 1) and (length(short_name) <= 30)))
);
create unique index unit_name on unit (organization_id, name) where (retired_at is null);
create index unit_position on unit (organization_id, "position");
create trigger unit_forget_standings after update of "position" on unit for each row when ((new."position" is distinct from old."position")) execute function forget_standings();

-- Every urge that was sent: by a rule (urged_by is null) or by hand.
create table urge (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  key text not null,  -- What was urged at which stage, so that no stage of the same date is urged twice.
  kind text not null,
  facts jsonb not null,
  task_id uuid,
  told_to uuid[] not null,
  urged_on date not null,
  urged_at timestamptz not null,
  urged_by uuid,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, task_id) references task(organization_id, id),
  foreign key (organization_id, urged_by) references person(organization_id, id),
  check (((length(key) >= 1) and (length(key) <= 200)))
);
create index urge_task on urge (organization_id, task_id, urged_at desc, id) where (task_id is not null);
create trigger urge_append_only before delete or update or truncate on urge for each statement execute function refuse_change();

-- Who is urged when (domain/urging/rules.ts), version by version. Without a row the standard rules hold.
create table urge_rule_set (
  organization_id uuid not null,
  version integer not null,
  effective_on date not null,
  rules jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organization_id, version),
  foreign key (organization_id) references organization(id),
  foreign key (organization_id, saved_by) references person(organization_id, id),
  check ((version >= 1))
);
create trigger urge_rule_set_append_only before delete or update or truncate on urge_rule_set for each statement execute function refuse_change();

-- That a working day’s urging was done under these rules: written with what it sent, so that it is done once.
create table urge_run (
  organization_id uuid not null,
  run_on date not null,
  rules_version integer not null,
  ran_at timestamptz not null,
  urge_count integer not null,
  primary key (organization_id, run_on, rules_version),
  foreign key (organization_id) references organization(id)
);

-- Another system that is told what happens (domain/webhooks/events.ts).
create table webhook (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  url text not null,
  secret text not null,  -- What pushes are signed with. Answered once, never logged.
  kinds text[] not null,
  state text not null default 'on',  -- paused: stopped by itself because nothing arrived any more; what happens meanwhile is kept for it.
  state_at timestamptz not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references organization(id),
  check (((length(name) >= 1) and (length(name) <= 60))),
  check ((state = any (array['on', 'off', 'paused', 'retired']))),
  check (((length(url) >= 1) and (length(url) <= 500)))
);

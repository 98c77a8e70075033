-- What happens, told to other systems: where to, and what is on its way.
create table webhook (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  url text not null check (length(url) between 1 and 500),
  secret text not null,
  kinds text[] not null,
  state text not null default 'on' check (state in ('on','off','paused','retired')),
  state_at timestamptz not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references organization (id)
);
comment on table webhook is 'Another system that is told what happens (domain/webhooks/events.ts).';
comment on column webhook.secret is 'What pushes are signed with. Answered once, never logged.';
comment on column webhook.state is 'paused: stopped by itself because nothing arrived any more; what happens meanwhile is kept for it.';

create table push (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event text not null,
  task_id uuid,
  ids jsonb not null default '{}',
  occurred_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting','delivered','failed')),
  attempts int not null default 0,
  next_try_at timestamptz not null,
  last_status int,
  last_error text,
  ended_at timestamptz,
  primary key (organization_id, id),
  check ((state = 'waiting') = (ended_at is null)),
  foreign key (organization_id, webhook_id) references webhook (organization_id, id),
  foreign key (organization_id, task_id) references task (organization_id, id)
);
comment on table push is 'What happened, on its way to one webhook: written with the fact itself. The id is the key by which a receiver knows a repetition.';
comment on column push.ids is 'Identifiers of what it is about beside the task; nobody''s words.';
comment on column push.attempts is 'Counted when an attempt begins, so that one which broke off counts; from the start again when it is sent by hand.';
comment on column push.next_try_at is 'While an attempt is under way: when it counts as broken off.';
create index push_due on push (organization_id, next_try_at) where state = 'waiting';
create index push_log on push (organization_id, occurred_at desc, id);
create index push_webhook on push (organization_id, webhook_id, occurred_at desc, id);

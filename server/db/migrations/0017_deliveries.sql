-- How people are reached outside the inbox: what the office allows, what each person chose, and what went out.
create table delivery_rules (
  organization_id uuid primary key references organization,
  allowed text[] not null,
  digest_at text not null check (digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_from text not null check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_to text not null check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  workdays_only boolean not null
);
comment on table delivery_rules is 'What the office allows; without a row what domain/channels/rules.ts sets out holds.';
comment on column delivery_rules.digest_at is 'When the day''s one summary goes out, in the office''s time zone.';

create table person_channel (
  organization_id uuid not null,
  person_id uuid not null,
  channel text not null check (channel in ('email','weCom','dingTalk','feishu','sms')),
  address text not null check (length(address) between 1 and 500),
  secret text,
  shown text not null,
  primary key (organization_id, person_id, channel),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table person_channel is 'A channel that a person chose.';
comment on column person_channel.address is 'Where it leads: a mail address, a number, a robot''s address with its key. Never logged, never answered.';
comment on column person_channel.secret is 'What a robot''s messages are signed with. Never logged, never answered.';
comment on column person_channel.shown is 'Enough of the address to know it again.';

create table message_delivery (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  channel text not null,
  address text not null,
  state text not null default 'waiting' check (state in ('waiting','delivered','failed')),
  attempts int not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  planned_at timestamptz not null,
  digest_on date,
  delivered_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table message_delivery is 'Messages on their way to one address: the id is the key by which a receiver knows a repetition.';
comment on column message_delivery.address is 'The address as it may be shown; the whole one stays with the person''s channel.';
comment on column message_delivery.attempts is 'Counted when an attempt begins, so that one which broke off counts.';
comment on column message_delivery.next_try_at is 'While an attempt is under way: when it counts as broken off.';
comment on column message_delivery.digest_on is 'The office day whose summary this is.';
create unique index message_delivery_digest on message_delivery (organization_id, person_id, channel, digest_on)
  where digest_on is not null;
create index message_delivery_person on message_delivery (organization_id, person_id);
create index message_delivery_due on message_delivery (organization_id, next_try_at) where state = 'waiting';
create index message_delivery_log on message_delivery (organization_id, planned_at desc, id);

create table delivery_message (
  organization_id uuid not null,
  message_id uuid not null,
  channel text not null,
  to_id uuid not null,
  delivery_id uuid not null,
  primary key (organization_id, message_id, channel, to_id),
  foreign key (organization_id, message_id) references message (organization_id, id),
  foreign key (organization_id, delivery_id) references message_delivery (organization_id, id)
);
comment on table delivery_message is 'Which messages a delivery carries; each goes once through a channel to whom it is for.';
create index delivery_message_delivery on delivery_message (organization_id, delivery_id);

alter table message add planned_at timestamptz;
comment on column message.planned_at is 'When its deliveries were made, if there was anywhere to deliver to.';
create index message_unplanned on message (organization_id, told_at) where planned_at is null;

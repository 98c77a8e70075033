-- What people are told. Written in the transaction of the fact it tells of, so no fact is without its message and no
-- message without its fact; sent from here, so this is the outbox as well as the inbox.
create table message (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  facts jsonb not null,
  key text not null check (length(key) between 1 and 200),
  told_at timestamptz not null,
  read_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table message is 'What people are told: inbox and outbox in one, written with the fact it tells of.';
comment on column message.facts is 'What the sentence of its kind is filled with (domain/messages/kinds.ts), in the language of whoever reads it.';
comment on column message.key is 'The same key is told to the same person once, whatever happens.';
create index message_inbox on message (organization_id, person_id, told_at desc, id);

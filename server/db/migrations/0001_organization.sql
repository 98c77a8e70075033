-- Every business table begins with organization_id, the first column of every key.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
comment on function refuse_change is 'Keeps append-only tables append-only, whoever asks.';

-- A fact''s former version moves to <table>_former when the fact is corrected; the fact itself is never deleted.
create function keep_former() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception '% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
  end if;
  if new.since <= old.since then
    new.since := old.since + interval '1 microsecond';
  end if;
  execute format('insert into %I select $2, ($1).*', tg_table_name || '_former') using old, new.since;
  return new;
end $$;
comment on function keep_former is 'Before an update, stores the version that was true from since until the new since.';

create table organization (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  time_zone text not null default 'Asia/Shanghai',
  standing_on date,
  created_at timestamptz not null default now()
);
comment on column organization.standing_on is 'The office day for which task_standing was last worked out.';

create table setup_link (
  digest bytea primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
comment on table setup_link is 'One-time set-up links by the SHA-256 of their secret; there is no organization yet.';

create table unit (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  short_name text not null check (length(short_name) between 1 and 30),
  aliases text[] not null default '{}',
  kind text not null check (kind in ('party','government','town','street','enterprise','other')),
  group_name text not null default '',
  position int not null,
  search_keys text not null default '',
  retired_at timestamptz,
  primary key (organization_id, id)
);
create unique index unit_name on unit (organization_id, name) where retired_at is null;
create index unit_position on unit (organization_id, position);
comment on column unit.position is 'The official order of units, which never moves on the board.';
comment on column unit.search_keys is 'Lower-case names, aliases, full pinyin and initials, separated by spaces.';

create table person (
  organization_id uuid not null references organization,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  user_name text not null check (length(user_name) between 1 and 60),
  language text not null default 'zh' check (language in ('zh','en')),
  phone text,
  position int not null default 0,
  search_keys text not null default '',
  disabled_at timestamptz,
  primary key (organization_id, id)
);
create unique index person_user_name on person (lower(user_name));
comment on index person_user_name is 'One name signs in on the whole server, so sign-in needs no organization.';

create table post (
  organization_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid,
  role text not null check (role in ('supervisionOffice','principalLeader','leaderInCharge','unitHead','liaison','assignee','sysAdmin','securityAdmin','auditAdmin')),
  title text not null default '',
  ended_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, unit_id) references unit (organization_id, id),
  check ((role in ('unitHead','liaison','assignee')) <= (unit_id is not null))
);
create index post_person on post (organization_id, person_id) where ended_at is null;
create index post_unit on post (organization_id, unit_id) where ended_at is null;

create table account (
  organization_id uuid not null,
  person_id uuid not null,
  password_digest text not null,
  former_digests text[] not null default '{}',
  must_change boolean not null default true,
  changed_at timestamptz not null default now(),
  failure_count int not null default 0,
  locked_until timestamptz,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on column account.former_digests is 'The last digests (argon2id), so that none of the last five passwords is used again.';

create table session (
  organization_id uuid not null,
  digest bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null default '',
  browser text not null default '',
  primary key (organization_id, digest),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create unique index session_digest on session (digest);
create index session_person on session (organization_id, person_id) where ended_at is null;
comment on column session.digest is 'SHA-256 of the cookie''s secret; the secret itself is nowhere.';

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
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create unique index api_token_digest on api_token (digest);
create index api_token_person on api_token (organization_id, person_id) where revoked_at is null;

create table idempotency_key (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  request_digest bytea not null,
  status int not null,
  answer text not null,
  created_at timestamptz not null,
  primary key (organization_id, person_id, key),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index idempotency_key_age on idempotency_key (organization_id, created_at);

create table journal_entry (
  organization_id uuid not null references organization,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  happened_at timestamptz not null,
  person_id uuid,
  person_name text not null,
  origin text not null,
  request_id text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  primary key (organization_id, seq)
);
create index journal_entry_subject on journal_entry (organization_id, subject_type, subject_id, seq);
create index journal_entry_xid on journal_entry (organization_id, xid, seq);
create index journal_entry_person on journal_entry (organization_id, person_id, seq);
create trigger journal_entry_append_only before update or delete or truncate on journal_entry execute function refuse_change();
comment on table journal_entry is 'Every change: who, when, from where, before and after. Append-only.';
comment on column journal_entry.xid is 'The transaction that wrote it: entries are sealed, and caches checked, in the order transactions end.';
comment on column journal_entry.origin is 'Where it came from: web, token, import or system, with the network address.';

create table journal_seal (
  organization_id uuid not null,
  position bigint not null,
  entry_seq bigint not null,
  entry_xid xid8 not null,
  algorithm text not null check (algorithm in ('sha256','sm3')),
  digest bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, position),
  foreign key (organization_id, entry_seq) references journal_entry (organization_id, seq)
);
create unique index journal_seal_entry on journal_seal (organization_id, entry_seq);
create trigger journal_seal_append_only before update or delete or truncate on journal_seal execute function refuse_change();
comment on table journal_seal is 'The chain: each digest covers the one before and its entry. Written just after commit, so that writers never wait for each other.';

create table calendar_day (
  organization_id uuid not null references organization,
  day_on date not null,
  workday boolean not null,
  name text not null default '',
  since timestamptz not null,
  primary key (organization_id, day_on)
);
create table calendar_day_former (until timestamptz not null, like calendar_day, primary key (organization_id, day_on, since));
create trigger calendar_day_keep_former before update or delete on calendar_day for each row execute function keep_former();
create trigger calendar_day_former_append_only before update or delete or truncate on calendar_day_former execute function refuse_change();
comment on table calendar_day is 'Only the days that differ from Monday to Friday: holidays and make-up workdays.';

-- A person's calendar at a secret address.
create table calendar_feed (
  organization_id uuid not null,
  person_id uuid not null,
  digest bytea not null,
  created_at timestamptz not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
comment on table calendar_feed is 'A person''s calendar, read by programs at an address that only its owner knows.';
comment on column calendar_feed.digest is 'SHA-256 of the address''s secret; the secret itself is nowhere.';
create unique index calendar_feed_digest on calendar_feed (digest);

create table sign_in_failure (
  key bytea primary key,
  failure_count int not null,
  since timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_since on sign_in_failure (since);
comment on table sign_in_failure is 'Failed sign-ins by network address, and by user name where nobody has that name: nobody is known yet, so no organization.';
comment on column sign_in_failure.key is 'SHA-256 of the address or the name, so that the table names nobody.';

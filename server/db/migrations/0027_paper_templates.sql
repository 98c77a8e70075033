-- Templates of meeting papers that an office puts in the place of the built-in ones. Versions are never changed.
create table paper_template (
  organization_id uuid not null references organization,
  kind text not null check (kind in ('agenda','brief','minutes','asks')),
  ordinal int not null check (ordinal > 0),
  name text not null,
  bytes bytea not null,
  size int not null check (size > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organization_id, kind, ordinal),
  foreign key (organization_id, added_by) references person (organization_id, id)
);
comment on table paper_template is 'A Word document with placeholders, as it was uploaded.';
comment on column paper_template.digest is 'SHA-256 of the bytes, hexadecimal.';

create table paper_template_choice (
  organization_id uuid not null references organization,
  kind text not null check (kind in ('agenda','brief','minutes','asks')),
  ordinal int,
  since timestamptz not null,
  primary key (organization_id, kind),
  foreign key (organization_id, kind, ordinal) references paper_template (organization_id, kind, ordinal)
);
comment on table paper_template_choice is 'The version a paper is made with; without a row or with no ordinal, the built-in paper.';

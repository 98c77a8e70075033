-- A review is read page by page: what pages are chosen by stands beside the rows' documents.
alter table import_draft add column same boolean not null default false;
comment on column import_draft.same is 'A ledger''s row that said what its task says already when it was read, and that nobody wrote into since: folded away.';
update import_draft set same = true
  where state = 'merged' and draft ->> 'code' is not null and fields -> 'edited' = '[]';

alter table import_draft add column doubt_count integer
  generated always as (coalesce(jsonb_array_length(fields -> 'doubts'), 0)) stored;
alter table import_draft add column source_start integer
  generated always as (coalesce((draft -> 'source' ->> 'start')::integer, 0)) stored;
alter table import_draft add column source_end integer
  generated always as (coalesce((draft -> 'source' ->> 'end')::integer, 0)) stored;
create index import_draft_source on import_draft (organization_id, import_id, source_start);

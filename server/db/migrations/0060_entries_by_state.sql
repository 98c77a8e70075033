-- Saving a cell asks which states the sheet's other rows are in: found without reading the rows.
drop index report_entry_sheet;
create index report_entry_sheet on report_entry (organization_id, period_id, unit_id, state);

-- The ledger in the order of pillars, units or lights is read from one index: the derived row knows its places.
delete from task_standing;
update organization set standing_on = null;
alter table task_standing
  add column pillar_position int not null,
  add column unit_position int not null;
comment on column task_standing.unit_position is 'Of the lead unit in the official order; behind all where there is none yet.';
create index task_standing_pillar on task_standing (organization_id, plan_id, pillar_position, task_code);
create index task_standing_unit on task_standing (organization_id, plan_id, unit_position, task_code);

create function forget_standings() returns trigger language plpgsql as $$
begin
  update organization set standing_on = null where id = new.organization_id and standing_on is not null;
  return null;
end $$;
comment on function forget_standings is 'After units or pillars changed places: the next read works the derived rows out again.';
create trigger unit_forget_standings after update of position on unit
  for each row when (new.position is distinct from old.position) execute function forget_standings();
create trigger pillar_forget_standings after update of position on pillar
  for each row when (new.position is distinct from old.position) execute function forget_standings();

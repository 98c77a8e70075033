alter table pillar add column last_number int not null default 0;
comment on column pillar.last_number is 'The last number given to a task code of this pillar; taken at the end of a creation, so that writers wait for each other as shortly as can be.';

-- Equal shares of 100 among three milestones are 33.33, 33.33 and 33.34.
alter table milestone drop constraint milestone_weight_check, alter column weight type double precision;
alter table milestone add constraint milestone_weight_check check (weight between 0 and 100);
alter table milestone_former alter column weight type double precision;

-- An extension moves current_due_on; the original date stays once the unit has the task, whoever asks.
create function keep_original_due_of_milestone() returns trigger language plpgsql as $$
begin
  if new.original_due_on is distinct from old.original_due_on and exists (
    select from task where organization_id = old.organization_id and id = old.task_id and state not in ('draft','registered')
  ) then
    raise exception 'the original date of milestone % never changes', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger milestone_keep_original_due before update on milestone for each row execute function keep_original_due_of_milestone();

-- Derived rows; the next read works them out again.
delete from task_standing;
update organization set standing_on = null;
alter table task_standing
  alter column actual_share drop not null,
  add column measured_on date not null,
  add column on_plan boolean not null,
  add column plan_id uuid not null,
  add column task_code text not null,
  add foreign key (organization_id, plan_id) references plan (organization_id, id);
drop index task_standing_rank;
create index task_standing_rank on task_standing (organization_id, plan_id, light_rank, task_code);
comment on column task_standing.actual_share is 'Points of 100; null while nothing is known.';
comment on column task_standing.measured_on is 'The day planned and actual share speak of.';
comment on column task_standing.on_plan is 'At or above plan: the numerator of the trajectory attainment.';
comment on column task_standing.task_code is 'The task''s code again, so that the ledger in the order of lights is read from one index.';

-- The ledger''s orders; a draft without a date comes last.
drop index task_due;
create index task_due on task (organization_id, plan_id, (coalesce(current_due_on, '9999-12-31'::date)), code);
drop index task_lead;
create index task_lead on task (organization_id, plan_id, lead_unit_id, code);
drop index task_pillar;
create index task_pillar on task (organization_id, pillar_id, code);
create index task_leader on task (organization_id, leader_id) where leader_id is not null;
create index task_assignee on task (organization_id, assignee_id) where assignee_id is not null;

-- The office can overrule what is found missing in a task's own sentence; that it did is kept with the task.
alter table task add column target_as_worded boolean not null default false;
alter table task_former add column target_as_worded boolean not null default false;
comment on column task.target_as_worded is 'The office takes the wording as it is, though a number, a result or a proof is missing (domain/targets/lint.ts).';

-- What waits in the office's queues, and whose day it is: few of all tasks, found without looking at the others.
create index task_waiting on task (organization_id, state, (coalesce(state_on, starts_on)), id)
  where state in ('draft','registered','assigned','disputed','completionReview','completed');
create index task_request_oldest on task_request (organization_id, asked_on, id) where state in ('asked','reviewed');

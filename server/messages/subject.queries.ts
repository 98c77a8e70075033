import { sql } from 'kysely'

/** Joins to a message `m` the task `r` that it is about, if it is about one: itself, or by a difficulty, notice or feedback. */
export const taskOfMessage = sql`
  cross join lateral (select case when m.subject_id ~ '^[0-9a-f-]{36}$' then m.subject_id::uuid end as id) s
  left join difficulty d on m.subject_type = 'difficulty' and d.organization_id = m.organization_id and d.id = s.id
  left join supervision_notice n on m.subject_type = 'notice' and n.organization_id = m.organization_id and n.id = s.id
  left join feedback f on m.subject_type = 'feedback' and f.organization_id = m.organization_id and f.id = s.id
  left join task r on r.organization_id = m.organization_id
    and r.id = coalesce(d.task_id, n.task_id, f.task_id, case when m.subject_type = 'task' then s.id end)`

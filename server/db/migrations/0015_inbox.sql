-- How many messages somebody has not read is asked on every page.
create index message_unread on message (organization_id, person_id, told_at desc, id) where (read_at is null);
-- Who the office and the principal leaders are is asked whenever they are told something.
create index post_role on post (organization_id, role) where (ended_at is null);

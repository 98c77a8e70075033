alter table joint_meeting add column minutes_kept jsonb;
comment on column joint_meeting.minutes_kept is 'What the minutes say besides the rulings (who was there, how the last meeting''s rulings stood), kept when they are circulated; null while they are drafted, and where they were circulated before this was kept';

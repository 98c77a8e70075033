-- A function a table, so that PostgreSQL plans the copying of a former version once a session and not once a row.
create procedure keep_versions_of(versioned text) language plpgsql as $make$
begin
  execute format($text$
    create function %1$I() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'DELETE' then
        raise exception '%% keeps its history: delete refused', tg_table_name using errcode = 'restrict_violation';
      end if;
      if new.since <= old.since then
        new.since := old.since + interval '1 microsecond';
      end if;
      insert into %2$I select new.since, old.*;
      return new;
    end $body$;
    comment on function %1$I is 'Before an update, stores the version that was true from since until the new since.';
    drop trigger if exists %3$I on %4$I;
    create trigger %3$I before update or delete on %4$I for each row execute function %1$I();
    $text$, 'keep_former_' || versioned, versioned || '_former', versioned || '_keep_former', versioned);
end $make$;
comment on procedure keep_versions_of is 'Has a table keep its former versions in <table>_former, which has its columns behind until.';

do $$
declare versioned text;
begin
  foreach versioned in array array['calendar_day', 'task', 'task_support', 'milestone', 'trajectory_point', 'report_entry'] loop
    call keep_versions_of(versioned);
  end loop;
end $$;
drop function keep_former();

-- Security by row is forced again, and the application's weak role gets exactly what it needs.
do $$
declare t record;
begin
    for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relrowsecurity and not c.relforcerowsecurity and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
    loop
        execute format('alter table %s force row level security', t.name);
    end loop;
    for t in select n.nspname as name from pg_namespace n
             where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
               and pg_catalog.pg_get_userbyid(n.nspowner) = current_user
    loop
        execute format('grant usage on schema %I to "${application}"', t.name);
    end loop;
    for t in select name, append_only from platform.table_class
    loop
        if t.append_only then
            execute format('grant select, insert on %s to "${application}"', t.name);
        else
            execute format('grant select, insert, update, delete on %s to "${application}"', t.name);
        end if;
    end loop;
    execute 'revoke insert, update, delete on platform.table_class from "${application}"';
end $$;

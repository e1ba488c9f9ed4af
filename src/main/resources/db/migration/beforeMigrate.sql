-- The owner of a table with forced security sees no row of it, and a backfill would silently do nothing.
do $$
declare t record;
begin
    for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relforcerowsecurity and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
    loop
        execute format('alter table %s no force row level security', t.name);
    end loop;
end $$;

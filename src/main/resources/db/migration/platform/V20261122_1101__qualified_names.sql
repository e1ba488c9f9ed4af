-- A table is known by its schema and name, whatever the search path was when it was made.
create function platform.qualified(name regclass) returns text
    language sql stable
    return (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.oid = name);

update platform.table_class set name = platform.qualified(name::regclass);

create or replace procedure platform.tenant_table(name regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy tenant on %s using (tenant_id = platform.current_tenant())', name);
    insert into platform.table_class values (platform.qualified(name), 'tenant');
end $$;

create or replace procedure platform.append_only_table(name regclass)
    language plpgsql as $$
begin
    call platform.tenant_table(name);
    update platform.table_class t set append_only = true where t.name = platform.qualified(append_only_table.name);
end $$;

create or replace procedure platform.publication_table(name regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy everyone_reads on %s for select using (true)', name);
    execute format('create policy owner_inserts on %s for insert with check (tenant_id = platform.current_tenant())', name);
    execute format('create policy owner_updates on %s for update using (tenant_id = platform.current_tenant())', name);
    execute format('create policy owner_deletes on %s for delete using (tenant_id = platform.current_tenant())', name);
    insert into platform.table_class values (platform.qualified(name), 'publication');
end $$;

create or replace procedure platform.world_table(name regclass)
    language sql as $$ insert into platform.table_class values (platform.qualified(name), 'world') $$;

create or replace procedure platform.directory_table(name regclass)
    language sql as $$ insert into platform.table_class values (platform.qualified(name), 'directory') $$;

-- The four classes of tables and the one way to make them. See docs/decisions and the house tests.

create function platform.current_tenant() returns uuid
    language sql stable parallel safe
    return current_setting('app.tenant')::uuid;

create table platform.table_class (
    name        text primary key,
    class       text not null check (class in ('tenant', 'world', 'publication', 'directory')),
    append_only boolean not null default false
);

-- Rows of one tenant: nobody else sees or writes them.
create procedure platform.tenant_table(name regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy tenant on %s using (tenant_id = platform.current_tenant())', name);
    insert into platform.table_class values (name::text, 'tenant');
end $$;

-- Rows of one tenant that are never changed or removed by the application.
create procedure platform.append_only_table(name regclass)
    language plpgsql as $$
begin
    call platform.tenant_table(name);
    update platform.table_class t set append_only = true where t.name = append_only_table.name::text;
end $$;

-- Meant to leave a tenant: everyone reads, only the owner writes.
create procedure platform.publication_table(name regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy everyone_reads on %s for select using (true)', name);
    execute format('create policy owner_inserts on %s for insert with check (tenant_id = platform.current_tenant())', name);
    execute format('create policy owner_updates on %s for update using (tenant_id = platform.current_tenant())', name);
    execute format('create policy owner_deletes on %s for delete using (tenant_id = platform.current_tenant())', name);
    insert into platform.table_class values (name::text, 'publication');
end $$;

-- Without tenant data: accounts, tenants, reference lists, the program's own book-keeping.
create procedure platform.world_table(name regclass)
    language sql as $$ insert into platform.table_class values (name::text, 'world') $$;

-- Who belongs to which tenant, for sign-in and the switcher.
create procedure platform.directory_table(name regclass)
    language sql as $$ insert into platform.table_class values (name::text, 'directory') $$;

call platform.world_table('platform.table_class');

-- Jobs: one table for all nodes, the layout that db-scheduler asks for.
create table platform.scheduled_task (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on platform.scheduled_task (execution_time);
create index on platform.scheduled_task (last_heartbeat);
create index on platform.scheduled_task (priority desc, execution_time asc);
call platform.world_table('platform.scheduled_task');

-- Long work that a person waits for: what they see of it.
create table platform.job (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    kind       text not null,
    person_id  uuid,
    state      text not null check (state in ('waiting', 'running', 'done', 'failed')),
    done       int not null default 0,
    total      int not null default 0,
    result     jsonb not null default '{}',
    problem    text,
    created_at timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant_id, id)
);
create index on platform.job (tenant_id, person_id, created_at);
call platform.tenant_table('platform.job');

-- Uploaded files by content. The bytes lie once in the store under their SHA-256.
create table platform.file (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name       text not null,
    media_type text not null,
    bytes      bigint not null,
    audience   text not null check (audience in ('public', 'members', 'trainers', 'person')),
    person_id  uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index on platform.file (tenant_id, sha256);
call platform.tenant_table('platform.file');

-- Mail that waits, was sent or failed.
create table platform.mail (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    recipient  text not null,
    subject    text not null,
    body_text  text not null,
    body_html  text not null,
    language   text not null,
    state      text not null check (state in ('waiting', 'sent', 'failed')),
    problem    text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    primary key (tenant_id, id)
);
create index on platform.mail (tenant_id, created_at);
call platform.tenant_table('platform.mail');

-- Who did what to whom, and why.
create table platform.audit (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    at         timestamptz not null,
    account_id uuid,
    person_id  uuid,
    action     text not null,
    subject    text not null,
    subject_id uuid,
    reason     text not null default '',
    details    jsonb not null default '{}',
    address    text not null default '',
    primary key (tenant_id, id)
);
create index on platform.audit (tenant_id, subject_id, at);
call platform.append_only_table('platform.audit');

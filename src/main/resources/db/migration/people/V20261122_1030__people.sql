create schema people;

-- A member of a tenant. The account in the world is known to identity.membership only.
create table people.person (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    name       text not null,
    surname    text not null,
    sort_name  text not null,
    email      text,
    username   text,
    role       text not null check (role in ('learner', 'trainer', 'manager')),
    only_own_groups boolean not null default false,
    language   text not null default '',
    state      text not null default 'invited' check (state in ('invited', 'active', 'left')),
    institution text not null default '',
    created_at timestamptz not null,
    seen_at    timestamptz,
    primary key (tenant_id, id)
);
create unique index on people.person (tenant_id, email) where email is not null;
create index on people.person (tenant_id, sort_name, id);
create index on people.person (tenant_id, role, sort_name, id);
call platform.tenant_table('people.person');

create table people.member_group (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    name       text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create unique index on people.member_group (tenant_id, name);
call platform.tenant_table('people.member_group');

create table people.group_member (
    tenant_id uuid not null default platform.current_tenant(),
    group_id   uuid not null,
    person_id uuid not null,
    primary key (tenant_id, group_id, person_id),
    foreign key (tenant_id, group_id) references people.member_group (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references people.person (tenant_id, id) on delete cascade
);
create index on people.group_member (tenant_id, person_id);
call platform.tenant_table('people.group_member');

create schema tenancy;

-- Institutions. World: the row is needed to know whose request this is.
create table tenancy.tenant (
    id               uuid primary key,
    slug             text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$' and slug !~ '--'),
    host             text unique,
    programme        boolean not null default false,
    demo             boolean not null default false,
    state            text not null default 'active' check (state in ('active', 'suspended')),
    name             jsonb not null,
    welcome          jsonb not null default '{}',
    accent           text not null default '#1f4e79' check (accent ~ '^#[0-9a-f]{6}$'),
    logo_sha256      text,
    logo_type        text,
    languages        text not null default 'en',
    ask_surname      boolean not null default false,
    revision         int not null default 1,
    created_at       timestamptz not null
);
create unique index one_programme on tenancy.tenant (programme) where programme;
call platform.world_table('tenancy.tenant');

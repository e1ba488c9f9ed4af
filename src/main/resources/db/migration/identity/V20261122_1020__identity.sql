create schema identity;

-- One account in the world for a person, whatever spaces they belong to.
create table identity.account (
    id            uuid primary key,
    email         text unique check (email = lower(email)),
    username      text unique check (username = lower(username)),
    password_hash text,
    start_code_hash text,
    name          text not null,
    language      text not null default 'en',
    operator      boolean not null default false,
    state         text not null default 'active' check (state in ('active', 'blocked')),
    created_at    timestamptz not null,
    email_confirmed_at timestamptz,
    check (email is not null or username is not null)
);
call platform.world_table('identity.account');

-- Who belongs to which tenant, as whom. role: the highest of learner, trainer, manager.
create table identity.membership (
    account_id uuid not null references identity.account on delete cascade,
    tenant_id  uuid not null references tenancy.tenant on delete cascade,
    person_id  uuid not null,
    role       text not null check (role in ('learner', 'trainer', 'manager')),
    only_own_groups boolean not null default false,
    primary key (tenant_id, account_id)
);
create index on identity.membership (account_id);
create unique index on identity.membership (tenant_id, person_id);
call platform.directory_table('identity.membership');

-- A signed-in browser at one host. Only the SHA-256 of the cookie is kept.
create table identity.session (
    token_hash   text primary key,
    id           uuid not null unique,
    account_id   uuid not null references identity.account on delete cascade,
    tenant_id    uuid not null references tenancy.tenant on delete cascade,
    parent_id    uuid references identity.session (id) on delete cascade,
    shared_computer boolean not null default false,
    agent        text not null default '',
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    expires_at   timestamptz not null
);
create index on identity.session (account_id);
create index on identity.session (expires_at);
call platform.directory_table('identity.session');

-- Things that can be used once: hand-over codes, mailed links, invitations, resets.
create table identity.one_time_code (
    code_hash  text primary key,
    purpose    text not null check (purpose in ('handover', 'link', 'invitation', 'reset', 'confirm')),
    account_id uuid references identity.account on delete cascade,
    tenant_id  uuid references tenancy.tenant on delete cascade,
    session_id uuid references identity.session (id) on delete cascade,
    state_hash text,
    target     text not null default '/',
    details    jsonb not null default '{}',
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index on identity.one_time_code (expires_at);
call platform.directory_table('identity.one_time_code');

-- Failed guesses, by what was guessed at (a keyed digest, never the address itself).
create table identity.failure (
    subject_hash text not null,
    at           timestamptz not null,
    id           uuid primary key
);
create index on identity.failure (subject_hash, at);
call platform.world_table('identity.failure');

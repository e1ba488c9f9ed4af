create schema certification;

-- How a tenant's certificates look and what they say.
create table certification.template (
    tenant_id   uuid not null default platform.current_tenant(),
    id          uuid not null,
    kind        text not null check (kind in ('attendance', 'completion', 'trainer')),
    name        text not null,
    languages   text not null,
    title       jsonb not null,
    body        jsonb not null,
    signatories jsonb not null,
    logos       jsonb not null,
    usual       boolean not null default true,
    revision    int not null default 1,
    changed_at  timestamptz not null,
    primary key (tenant_id, id)
);
create unique index template_usual on certification.template (tenant_id, kind) where usual;
call platform.tenant_table('certification.template');

-- Numbers without gaps, one row a tenant and year.
create table certification.counter (
    tenant_id uuid not null default platform.current_tenant(),
    year      int not null,
    last      int not null,
    primary key (tenant_id, year)
);
call platform.tenant_table('certification.counter');

-- An issued certificate with everything it says: it needs neither course, release, person nor branding any more.
create table certification.certificate (
    tenant_id      uuid not null default platform.current_tenant(),
    id             uuid not null,
    number         text not null,
    code           text not null,
    kind           text not null check (kind in ('attendance', 'completion', 'trainer')),
    course_id      uuid not null,
    release_id     uuid,
    person_id      uuid,
    holder         text not null,
    surname        text not null,
    sort_holder    text not null,
    course_title   jsonb not null,
    release_number int not null,
    release_hash   text not null,
    hours          int not null,
    outcomes       jsonb not null,
    completed_on   date not null,
    issued_at      timestamptz not null,
    language       text not null,
    sheet          jsonb not null,
    state          text not null check (state in ('valid', 'revoked', 'replaced')),
    reason         text not null default '',
    replaced_by    uuid,
    file_id        uuid,
    primary key (tenant_id, id)
);
create unique index on certification.certificate (tenant_id, number);
create index on certification.certificate (tenant_id, person_id, issued_at);
create index on certification.certificate (tenant_id, course_id, issued_at);
create index on certification.certificate (tenant_id, issued_at, id);
call platform.tenant_table('certification.certificate');

-- What a stranger may read who holds the code.
create table certification.proof (
    tenant_id      uuid not null default platform.current_tenant(),
    id             uuid not null,
    code           text not null,
    number         text not null,
    kind           text not null,
    holder         text not null,
    surname_hash   text not null,
    ask_surname    boolean not null,
    institution    jsonb not null,
    course_title   jsonb not null,
    outcomes       jsonb not null,
    hours          int not null,
    release_number int not null,
    release_hash   text not null,
    completed_on   date not null,
    issued_on      date not null,
    state          text not null check (state in ('valid', 'revoked', 'replaced')),
    reason         text not null default '',
    changed_on     date,
    new_code       text,
    primary key (tenant_id, id)
);
create unique index proof_code on certification.proof (code);
call platform.publication_table('certification.proof');

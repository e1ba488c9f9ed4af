create schema records;

-- The pseudonym under which a person learns here. Erasing the row leaves the figures and takes the person.
create table records.actor (
    tenant_id uuid not null default platform.current_tenant(),
    id        uuid not null,
    person_id uuid not null,
    primary key (tenant_id, id)
);
create unique index on records.actor (tenant_id, person_id);
call platform.tenant_table('records.actor');

-- The ledger: one row for each step of learning, never changed. Points in hundredths.
create table records.step (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    actor_id   uuid not null,
    verb       text not null check (verb in ('enrolled', 'opened', 'progressed', 'attempted', 'answered', 'scored', 'completed',
                                             'uncompleted', 'finished', 'left', 'moved', 'certified', 'attended')),
    course_id  uuid not null,
    release_id uuid,
    block_id   uuid,
    attempt_id uuid,
    score      int,
    score_max  int,
    passed     boolean,
    by_actor   uuid,
    reason     text not null default '',
    at         timestamptz not null,
    primary key (tenant_id, id)
);
create index on records.step (tenant_id, course_id, actor_id, id);
call platform.append_only_table('records.step');

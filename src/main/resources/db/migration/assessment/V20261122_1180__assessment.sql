create schema assessment;

-- One go of one learner at one test. Points in hundredths.
create table assessment.attempt (
    tenant_id    uuid not null default platform.current_tenant(),
    id           uuid not null,
    enrolment_id uuid not null,
    person_id    uuid not null,
    course_id    uuid not null,
    block_id     uuid not null,
    release_id   uuid not null,
    version_id   uuid not null,
    number       int not null,
    seed         bigint not null,
    state        text not null check (state in ('open', 'expired', 'submitted')),
    started_at   timestamptz not null,
    deadline     timestamptz,
    submitted_at timestamptz,
    score        int,
    score_max    int,
    passed       boolean,
    adjusted     int,
    marks        jsonb not null default '{}',
    primary key (tenant_id, id),
    foreign key (tenant_id, enrolment_id) references courses.enrolment (tenant_id, id) on delete cascade
);
-- A second tab or a double click never makes a second attempt.
create unique index on assessment.attempt (tenant_id, enrolment_id, block_id) where state = 'open';
create unique index on assessment.attempt (tenant_id, enrolment_id, block_id, number);
create index on assessment.attempt (tenant_id, block_id, state, id);
create index on assessment.attempt (tenant_id, state, deadline);
call platform.tenant_table('assessment.attempt');

-- The last answer to each question. An older save never overwrites a newer one.
create table assessment.answer (
    tenant_id   uuid not null default platform.current_tenant(),
    attempt_id  uuid not null,
    question_id text not null,
    given       jsonb not null,
    sequence    bigint not null,
    noted_at    timestamptz,
    late        boolean not null,
    at          timestamptz not null,
    primary key (tenant_id, attempt_id, question_id),
    foreign key (tenant_id, attempt_id) references assessment.attempt (tenant_id, id) on delete cascade
);
call platform.tenant_table('assessment.answer');

-- What a trainer has granted one learner in one test beyond its rules.
create table assessment.allowance (
    tenant_id    uuid not null default platform.current_tenant(),
    enrolment_id uuid not null,
    block_id     uuid not null,
    minutes      int not null default 0,
    attempts     int not null default 0,
    primary key (tenant_id, enrolment_id, block_id),
    foreign key (tenant_id, enrolment_id) references courses.enrolment (tenant_id, id) on delete cascade
);
call platform.tenant_table('assessment.allowance');

-- A right answer corrected after its release: it holds for the wordings that were out by then, named by their digests.
create table assessment.correction (
    tenant_id   uuid not null default platform.current_tenant(),
    id          uuid not null,
    course_id   uuid not null,
    block_id    uuid not null,
    question_id text not null,
    everyone    boolean not null,
    key         jsonb not null,
    digests     jsonb not null,
    reason      text not null,
    person_id   uuid not null,
    at          timestamptz not null,
    primary key (tenant_id, id)
);
create index on assessment.correction (tenant_id, block_id, at);
call platform.tenant_table('assessment.correction');

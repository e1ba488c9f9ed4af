create schema courses;

-- A course as its authors work on it. What learners see are releases.
create table courses.course (
    tenant_id      uuid not null default platform.current_tenant(),
    id             uuid not null,
    title          jsonb not null,
    summary        jsonb not null,
    audience       jsonb not null,
    languages      text not null,
    hours          int not null default 0 check (hours between 0 and 2000),
    outcomes       jsonb not null,
    state          text not null check (state in ('draft', 'open', 'archived', 'binned')),
    sort_title     text not null,
    sealed         boolean not null default false,
    release_id     uuid,
    release_number int not null default 0,
    origin         jsonb not null default '{}',
    enrol_open     boolean not null default true,
    enrol_approval boolean not null default false,
    enrol_key      text not null default '',
    enrol_until    date,
    due_days       int not null default 0,
    certificate    text not null default 'completion' check (certificate in ('none', 'attendance', 'completion', 'trainer')),
    revision       int not null default 1,
    created_by     uuid,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    binned_at      timestamptz,
    primary key (tenant_id, id)
);
create index on courses.course (tenant_id, state, sort_title, id);
call platform.tenant_table('courses.course');

create table courses.section (
    tenant_id     uuid not null default platform.current_tenant(),
    id            uuid not null,
    course_id     uuid not null,
    position      int not null,
    kind          text not null check (kind in ('section', 'day', 'session')),
    title         jsonb not null,
    outcomes      jsonb not null,
    trainer_notes jsonb not null,
    trainer_files jsonb not null default '{}',
    revision      int not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, course_id) references courses.course (tenant_id, id) on delete cascade
);
create index on courses.section (tenant_id, course_id, position);
call platform.tenant_table('courses.section');

-- An activity's identifier is its block's, for life.
create table courses.activity (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    course_id  uuid not null,
    section_id uuid not null,
    position   int not null,
    kind       text not null,
    title      jsonb not null,
    minutes    int not null default 0 check (minutes between 0 and 6000),
    completion text not null check (completion in ('view', 'button', 'submit', 'pass', 'none')),
    requires   jsonb not null default '{}',
    content    jsonb not null,
    revision   int not null default 1,
    origin     jsonb not null default '{}',
    changed_by uuid,
    changed_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, course_id) references courses.course (tenant_id, id) on delete cascade,
    foreign key (tenant_id, section_id) references courses.section (tenant_id, id) on delete cascade
);
create index on courses.activity (tenant_id, course_id, section_id, position);
call platform.tenant_table('courses.activity');

-- What was saved before, so that no author loses a word.
create table courses.activity_history (
    tenant_id   uuid not null default platform.current_tenant(),
    id          uuid not null,
    activity_id uuid not null,
    course_id   uuid not null,
    revision    int not null,
    title       jsonb not null,
    content     jsonb not null,
    changed_by  uuid,
    changed_at  timestamptz not null,
    primary key (tenant_id, id)
);
create index on courses.activity_history (tenant_id, activity_id, revision);
call platform.tenant_table('courses.activity_history');

-- A block as it was at a release, by content. Never changed.
create table courses.block_version (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    block_id   uuid not null,
    course_id  uuid not null,
    kind       text not null,
    hash       text not null,
    title      jsonb not null,
    content    jsonb not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create unique index on courses.block_version (tenant_id, block_id, hash);
call platform.append_only_table('courses.block_version');

-- A release: an immutable list of block versions with the outline around them.
create table courses.release (
    tenant_id    uuid not null default platform.current_tenant(),
    id           uuid not null,
    course_id    uuid not null,
    number       int not null,
    hash         text not null,
    title        jsonb not null,
    hours        int not null,
    languages    text not null,
    outline      jsonb not null,
    note         text not null,
    published_by uuid,
    published_at timestamptz not null,
    primary key (tenant_id, id)
);
create unique index on courses.release (tenant_id, course_id, number);
call platform.append_only_table('courses.release');

create table courses.release_block (
    tenant_id  uuid not null default platform.current_tenant(),
    release_id uuid not null,
    block_id   uuid not null,
    version_id uuid not null,
    position   int not null,
    counts     boolean not null,
    primary key (tenant_id, release_id, block_id),
    foreign key (tenant_id, release_id) references courses.release (tenant_id, id),
    foreign key (tenant_id, version_id) references courses.block_version (tenant_id, id)
);
call platform.append_only_table('courses.release_block');

-- A release that an institution offers to others, complete in itself.
create table courses.offer (
    tenant_id      uuid not null default platform.current_tenant(),
    id             uuid not null,
    course_id      uuid not null,
    release_id     uuid not null,
    release_number int not null,
    release_hash   text not null,
    title          jsonb not null,
    summary        jsonb not null,
    languages      text not null,
    hours          int not null,
    package        jsonb not null,
    offered_at     timestamptz not null,
    withdrawn_at   timestamptz,
    primary key (tenant_id, id)
);
create index on courses.offer (tenant_id, course_id, release_number);
call platform.publication_table('courses.offer');

-- A person in a course, on one release.
create table courses.enrolment (
    tenant_id    uuid not null default platform.current_tenant(),
    id           uuid not null,
    course_id    uuid not null,
    person_id    uuid not null,
    release_id   uuid not null,
    state        text not null check (state in ('requested', 'active', 'completed', 'left', 'refused')),
    via          text not null check (via in ('open', 'key', 'approval', 'manager', 'csv')),
    enrolled_at  timestamptz not null,
    due_on       date,
    seen_at      timestamptz,
    last_block   uuid,
    done         int not null default 0,
    total        int not null default 0,
    completed_at timestamptz,
    reason       text not null default '',
    primary key (tenant_id, id),
    foreign key (tenant_id, course_id) references courses.course (tenant_id, id),
    foreign key (tenant_id, release_id) references courses.release (tenant_id, id),
    foreign key (tenant_id, person_id) references people.person (tenant_id, id)
);
create unique index on courses.enrolment (tenant_id, course_id, person_id);
create index on courses.enrolment (tenant_id, person_id, enrolled_at);
create index on courses.enrolment (tenant_id, course_id, state, id);
call platform.tenant_table('courses.enrolment');

-- Computed from the ledger, kept beside it; a command rebuilds it and finds no difference. Points in hundredths.
create table courses.progress (
    tenant_id    uuid not null default platform.current_tenant(),
    enrolment_id uuid not null,
    block_id     uuid not null,
    state        text not null check (state in ('opened', 'started', 'done')),
    score        int,
    score_max    int,
    passed       boolean,
    opened_at    timestamptz not null,
    seen_at      timestamptz not null,
    done_at      timestamptz,
    by_hand      boolean not null default false,
    place        text not null default '',
    primary key (tenant_id, enrolment_id, block_id),
    foreign key (tenant_id, enrolment_id) references courses.enrolment (tenant_id, id) on delete cascade
);
call platform.tenant_table('courses.progress');

create table courses.announcement (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    course_id  uuid not null,
    person_id  uuid not null,
    title      text not null,
    body       text not null,
    language   text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, course_id) references courses.course (tenant_id, id) on delete cascade
);
create index on courses.announcement (tenant_id, course_id, created_at);
call platform.tenant_table('courses.announcement');

-- To whom an announcement goes: everybody in the course, or one group.
alter table courses.announcement add column group_id uuid;

-- What a learner was reminded of: each once for one due date.
create table courses.reminded (
    tenant_id    uuid not null default platform.current_tenant(),
    enrolment_id uuid not null,
    occasion     text not null check (occasion in ('week', 'day', 'overdue')),
    due_on       date not null,
    at           timestamptz not null,
    primary key (tenant_id, enrolment_id, occasion, due_on),
    foreign key (tenant_id, enrolment_id) references courses.enrolment (tenant_id, id) on delete cascade
);
call platform.tenant_table('courses.reminded');
create index on courses.enrolment (tenant_id, state, due_on);

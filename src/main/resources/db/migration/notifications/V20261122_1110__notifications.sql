create schema notifications;

-- What concerns a person: seen in the page, sent by mail as they wish. The owner's module has the words, by key.
create table notifications.notice (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    person_id  uuid not null,
    batch_id   uuid not null,
    kind       text not null
               check (kind in ('invitation', 'enrolment', 'due', 'certificate', 'announcement', 'test')),
    text_key   text not null,
    arguments  jsonb not null default '[]',
    link       text not null default '',
    unread     boolean not null default true,
    created_at timestamptz not null,
    read_at    timestamptz,
    mail       text not null check (mail in ('immediate', 'digest', 'off')),
    mailed_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references people.person (tenant_id, id) on delete cascade
);
create index on notifications.notice (tenant_id, person_id, unread, id);
create index on notifications.notice (tenant_id, batch_id, id) where mail = 'immediate' and mailed_at is null;
create index on notifications.notice (tenant_id, person_id, id) where mail = 'digest' and mailed_at is null;
call platform.tenant_table('notifications.notice');

-- How a person wants the mail of a kind; without a row at once.
create table notifications.preference (
    tenant_id uuid not null default platform.current_tenant(),
    person_id uuid not null,
    kind      text not null
              check (kind in ('invitation', 'enrolment', 'due', 'certificate', 'announcement', 'test')),
    mail      text not null check (mail in ('immediate', 'digest', 'off')),
    primary key (tenant_id, person_id, kind),
    foreign key (tenant_id, person_id) references people.person (tenant_id, id) on delete cascade
);
call platform.tenant_table('notifications.preference');

-- The days whose digest has been ordered.
create table notifications.digest (
    tenant_id uuid not null default platform.current_tenant(),
    day       date not null,
    primary key (tenant_id, day)
);
call platform.tenant_table('notifications.digest');

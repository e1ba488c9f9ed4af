-- What a job needs to know - a pasted list of people, an address - lies in its tenant until it is done; the queue, which
-- is the world's, holds identifiers only. Orders that wait already carry theirs along and are carried out as they are.
create table platform.job_content (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    payload    text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
call platform.tenant_table('platform.job_content');

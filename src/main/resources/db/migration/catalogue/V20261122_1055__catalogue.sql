create schema catalogue;

-- A noticeboard: what one may join or read in this space. Feature modules pin their offers here.
create table catalogue.entry (
    tenant_id  uuid not null default platform.current_tenant(),
    id         uuid not null,
    kind       text not null,
    title      jsonb not null,
    summary    jsonb not null,
    languages  text not null,
    hours      int not null default 0,
    address    text not null,
    open_to    text not null check (open_to in ('anyone', 'members')),
    joining    text not null check (joining in ('open', 'key', 'approval', 'closed')),
    sort_title text not null,
    words      text not null,
    listed_at  timestamptz not null,
    primary key (tenant_id, id)
);
create index on catalogue.entry (tenant_id, sort_title, id);
call platform.tenant_table('catalogue.entry');

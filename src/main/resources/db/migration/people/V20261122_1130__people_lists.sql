-- Lists are sorted and searched by folded names, byte by byte, whatever the collation of the database.
alter table people.person alter sort_name type text collate "C";
alter table people.person add search_name text collate "C" not null default '';
create unique index on people.person (tenant_id, username) where username is not null;
create index on people.person (tenant_id, state, sort_name, id);

-- Where an institution lives: when its days begin and its mornings are. A name of the IANA database.
alter table tenancy.tenant add time_zone text not null default 'UTC' check (time_zone ~ '^[A-Za-z0-9+_/-]{1,64}$');

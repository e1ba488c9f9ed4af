-- What a migration of tomorrow may do: it must reach the rows of every tenant.
update people.member_group set name = name || ' (backfilled)';

create schema operation;

-- What a first start has done already, so that a start that was cut short goes on and none is repeated.
create table operation.start_step (
    name    text primary key,
    done_at timestamptz not null
);
call platform.world_table('operation.start_step');

-- Start codes end, one may be asked to choose a password, and the first operator is set up with a code.
alter table identity.account add start_code_expires_at timestamptz;
alter table identity.one_time_code drop constraint one_time_code_purpose_check;
alter table identity.one_time_code add check
    (purpose in ('handover', 'link', 'invitation', 'reset', 'confirm', 'start', 'setup'));
create index on identity.one_time_code (account_id, purpose);
create index on identity.one_time_code (session_id);
create index on identity.session (parent_id);

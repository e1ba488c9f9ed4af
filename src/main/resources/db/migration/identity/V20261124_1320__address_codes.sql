-- A code that proves an account without a password before its address is changed.
alter table identity.one_time_code drop constraint one_time_code_purpose_check;
alter table identity.one_time_code add check
    (purpose in ('handover', 'link', 'invitation', 'reset', 'confirm', 'start', 'setup', 'prove'));

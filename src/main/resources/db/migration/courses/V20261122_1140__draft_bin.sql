-- What authors throw away stays in the draft's bin until the course is purged, so that it can be brought back.
alter table courses.section add column binned_at timestamptz;
alter table courses.activity add column binned_at timestamptz;
create index on courses.activity_history (tenant_id, course_id);

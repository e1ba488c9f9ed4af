-- Institutions :from to :to, each with :courses courses of :blocks blocks, :learners learners with :enrolments enrolments
-- and :progress blocks done in each, and :crowd more who are in the last course and have done nothing yet. Keys are right
-- by making, so that their triggers may rest.
set session_replication_role = replica;

create temporary table spaces on commit drop as
select n, bench.id('tenant', n::text) as id, case when n = 0 then 'bench' else 'bench' || n end as slug
from generate_series(:from, :to) n;

insert into tenancy.tenant (id, slug, name, welcome, languages, created_at)
select id, slug, bench.words('Institution ' || n), bench.words('Welcome to our courses.'), 'en,fr,ar', now()
from spaces;

create temporary table members on commit drop as
select s.id as tenant_id, s.n, m, bench.id('person', s.n::text, m::text) as id, bench.id('account', s.n::text, m::text) as account,
       case when m = 0 then 'manager' else 'learner' end as role, 'Person ' || m || ' of ' || s.n as name
from spaces s, generate_series(0, :learners + :crowd) m;

insert into identity.account (id, email, name, language, created_at, email_confirmed_at)
select account, 'p' || m || '@bench' || n || '.example', name, 'en', now(), now()
from members;

insert into people.person (tenant_id, id, name, surname, sort_name, email, role, language, state, created_at, seen_at)
select tenant_id, id, name, 'Surname' || m, 'surname' || m, 'p' || m || '@bench' || n || '.example', role, 'en', 'active', now(), now()
from members;

insert into identity.membership (account_id, tenant_id, person_id, role)
select account, tenant_id, id, role
from members;

insert into identity.session (token_hash, id, account_id, tenant_id, created_at, seen_at, expires_at)
select encode(sha256(convert_to('bench-' || n || '-' || m, 'UTF8')), 'hex'), bench.id('session', n::text, m::text), account,
       tenant_id, now(), now(), now() + interval '1 day'
from members;

insert into records.actor (tenant_id, id, person_id)
select tenant_id, bench.id('actor', id::text), id
from members;

create temporary table lessons on commit drop as
select s.id as tenant_id, s.n, c, b, bench.id('course', s.n::text, c::text) as course,
       bench.id('block', s.n::text, c::text, b::text) as block, bench.id('version', s.n::text, c::text, b::text) as version,
       case when b = :blocks then 'test' else 'page' end as kind,
       case when b = :blocks then 'Final test' else 'Lesson ' || b || ': securing what a device can tell' end as title
from spaces s, generate_series(1, :courses) c, generate_series(1, :blocks) b;

insert into courses.course (tenant_id, id, title, summary, audience, languages, hours, outcomes, state, sort_title, release_id,
                            release_number, created_at, changed_at)
select tenant_id, course, bench.words('Electronic evidence, part ' || c),
       bench.words('What the first officer at the scene does, and leaves undone, so that electronic evidence of part ' || c
                   || ' can still be used in court. Ten lessons, worked cases and a scenario exercise over three days.'),
       bench.words('Police officers of all ranks'), 'en', 12, '{"list": []}', 'open', 'electronic evidence, part ' || lpad(c::text, 3, '0'),
       bench.id('release', n::text, c::text), 1, now(), now()
from lessons
where b = 1;

insert into catalogue.entry (tenant_id, id, kind, title, summary, languages, hours, address, open_to, joining, sort_title, words,
                             listed_at)
select tenant_id, id, 'course', title, summary, languages, hours, '/catalogue/' || id, 'anyone', 'open', sort_title, sort_title, now()
from courses.course
where tenant_id in (select id from spaces);

insert into courses.section (tenant_id, id, course_id, position, kind, title, outcomes, trainer_notes)
select tenant_id, bench.id('section', n::text, c::text, (b / 5)::text), course, b / 5, 'section', bench.words('Part ' || b / 5),
       '{"list": []}', bench.words('')
from lessons
where b % 5 = 0;

insert into courses.activity (tenant_id, id, course_id, section_id, position, kind, title, minutes, completion, content, changed_at)
select l.tenant_id, l.block, l.course, bench.id('section', l.n::text, l.c::text, ((l.b + 4) / 5)::text), l.b, l.kind,
       bench.words(l.title), 15, case when l.kind = 'test' then 'submit' else 'button' end, '{}', now()
from lessons l;

insert into courses.block_version (tenant_id, id, block_id, course_id, kind, hash, title, content, created_at)
select l.tenant_id, l.version, l.block, l.course, l.kind, md5(l.version::text), bench.words(l.title),
       case
           when l.kind = 'test' then (select content::jsonb from bench.test)
           else jsonb_build_object('text', bench.words(left(t.html, :length)), 'url', bench.words(''))
       end,
       now()
from lessons l
join bench.text t on t.n = l.b % (select count(*) from bench.text);

insert into courses.release (tenant_id, id, course_id, number, hash, title, hours, languages, outline, note, published_at)
select s.tenant_id, bench.id('release', s.n::text, s.c::text), s.course, 1, md5(s.course::text),
       bench.words('Electronic evidence, part ' || s.c), 12, 'en',
       jsonb_build_object('parts', jsonb_agg(s.part order by s.p)), '', now()
from (
    select tenant_id, n, c, course, (b + 4) / 5 as p,
           jsonb_build_object(
               'id', bench.id('section', n::text, c::text, ((b + 4) / 5)::text), 'kind', 'section',
               'title', bench.words('Part ' || (b + 4) / 5), 'outcomes', '[]'::jsonb, 'trainerNotes', bench.words(''),
               'trainerFiles', '[]'::jsonb,
               'blocks', jsonb_agg(jsonb_build_object(
                   'id', block, 'version', version, 'kind', kind, 'title', bench.words(title), 'minutes', 15,
                   'completion', case when kind = 'test' then 'submit' else 'button' end, 'requires', '[]'::jsonb) order by b)) as part
    from lessons
    group by tenant_id, n, c, course, (b + 4) / 5) s
group by s.tenant_id, s.n, s.c, s.course;

insert into courses.release_block (tenant_id, release_id, block_id, version_id, position, counts)
select tenant_id, bench.id('release', n::text, c::text), block, version, b, true
from lessons;

-- The first course is the one that everybody attends.
create temporary table places on commit drop as
select m.tenant_id, m.n, m.m, e, c, m.id as person, 'surname' || m.m as sort_name,
       bench.id('course', m.n::text, c::text) as course,
       bench.id('enrolment', m.n::text, m.m::text, c::text) as id
from members m, generate_series(1, :enrolments) e,
     lateral (select case when m.m > :learners then :courses
                          when e = 1 then 1
                          else 2 + (m.m * 7 + e * 11) % (:courses - 1) end as c)
where m.m > 0 and (m.m <= :learners or e = 1);

insert into courses.enrolment (tenant_id, id, course_id, person_id, sort_name, release_id, state, via, enrolled_at, seen_at,
                               last_block, done, total)
select tenant_id, id, course, person, sort_name, bench.id('release', n::text, c::text), 'active', 'open', now(), now(),
       bench.id('block', n::text, c::text, '3'), :progress, :blocks
from places;

insert into courses.progress (tenant_id, enrolment_id, block_id, state, opened_at, seen_at, done_at)
select p.tenant_id, p.id, bench.id('block', p.n::text, p.c::text, b::text), 'done', now(), now(), now()
from places p, generate_series(1, :progress) b
where p.m <= :learners;

insert into records.step (tenant_id, id, actor_id, verb, course_id, release_id, block_id, at)
select p.tenant_id, gen_random_uuid(), bench.id('actor', e.person_id::text), 'completed', e.course_id, e.release_id, p.block_id, now()
from courses.progress p
join courses.enrolment e on e.tenant_id = p.tenant_id and e.id = p.enrolment_id
where p.tenant_id in (select id from spaces);

set session_replication_role = origin;

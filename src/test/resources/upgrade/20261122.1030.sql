-- Rows as the first landing wrote them, in the tenant ${tenant}.
insert into tenancy.tenant (id, slug, name, languages, created_at)
values ('${tenant}', 'institution-${n}', '{"original":"en","text":{"en":"Institution ${n}"},"of":{}}', 'en,fr', now());
insert into identity.account (id, email, password_hash, name, created_at)
values ('00000000-0000-7000-8000-0000000001${n}0', 'ada${n}@cybox.example', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', 'Ada ${n}', now());
insert into people.person (id, name, surname, sort_name, email, role, state, created_at)
values ('00000000-0000-7000-8000-0000000002${n}0', 'Ada ${n}', 'Lovelace', 'lovelace ada', 'ada${n}@cybox.example', 'trainer', 'active', now());
insert into identity.membership (account_id, tenant_id, person_id, role)
values ('00000000-0000-7000-8000-0000000001${n}0', '${tenant}', '00000000-0000-7000-8000-0000000002${n}0', 'trainer');
insert into people.member_group (id, name, created_at)
values ('00000000-0000-7000-8000-0000000003${n}0', 'Judges ${n}', now());
insert into people.group_member (group_id, person_id)
values ('00000000-0000-7000-8000-0000000003${n}0', '00000000-0000-7000-8000-0000000002${n}0');
insert into platform.file (id, sha256, name, media_type, bytes, audience, created_at)
values ('00000000-0000-7000-8000-0000000004${n}0', repeat('a', 64), 'law.pdf', 'application/pdf', 1234, 'members', now());
insert into platform.mail (id, recipient, subject, body_text, body_html, language, state, created_at)
values ('00000000-0000-7000-8000-0000000005${n}0', 'ada${n}@cybox.example', 'Hello', 'Hello', '<p>Hello</p>', 'en', 'sent', now());
insert into platform.audit (id, at, action, subject, reason)
values ('00000000-0000-7000-8000-0000000006${n}0', now(), 'people.joined', 'person', 'first day');

-- Identifiers that the bench can compute itself, and words in the form of the program.
create schema if not exists bench;

create or replace function bench.id(variadic parts text[]) returns uuid
    language sql immutable parallel safe
    return md5(array_to_string(parts, ':'))::uuid;

create or replace function bench.words(value text) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object('original', 'en', 'text', jsonb_build_object('en', value), 'of', '{}'::jsonb);

create table if not exists bench.text (n int primary key, html text not null);
create table if not exists bench.test (content text not null);

-- What the bare page writes instead of an answer.
create table if not exists bench.answer (
    attempt_id  uuid not null,
    question_id text not null,
    given       jsonb not null,
    at          timestamptz not null,
    primary key (attempt_id, question_id)
);

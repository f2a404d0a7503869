-- Units, persons, posts and certificates. Who may act follows from a holding valid on the day.

create table unit (
  region text not null,
  code text not null,
  name text not null,
  short_name text not null,
  class text not null,
  from_date date not null,
  to_date date,
  constraint unit_pk primary key (region, code)
);

create table person (
  region text not null,
  id text not null,
  name text not null,
  pinyin text not null,
  unit text not null,
  active boolean not null,
  constraint person_pk primary key (region, id)
);

create table post (
  region text not null,
  id text not null,
  unit text not null,
  kind text not null,
  name text not null,
  constraint post_pk primary key (region, id)
);

-- A person in a post, for a time; acting posts end by themselves.
create table holding (
  region text not null,
  person text not null,
  post text not null,
  from_date date not null,
  to_date date,
  acting boolean not null,
  constraint holding_pk primary key (region, person, post, from_date)
);

-- Derived from matters of the procedures that certify.
create table certificate (
  region text not null,
  person text not null,
  kind text not null,
  number text not null,
  unit text not null,
  from_date date not null,
  to_date date not null,
  scope text[] not null,
  suspended jsonb not null,
  matter uuid not null,
  constraint certificate_pk primary key (region, kind, number)
);
create index certificate_person on certificate (region, person);

-- Official holiday notices as they were entered; the same everywhere, so a reference table.
create table holiday_notice (
  year smallint not null,
  notice jsonb not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint holiday_notice_pk primary key (year)
);

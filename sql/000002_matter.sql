-- Matters and what hangs on them: all derived from events, all can be rebuilt.

create table matter (
  region text not null,
  id uuid not null,
  procedure text not null,
  version integer not null,
  seq integer not null,
  number text not null,
  title text not null,
  unit text not null,
  stages text[] not null,
  closed boolean not null,
  outcome text,
  started_on date not null,
  closed_on date,
  parent uuid,
  handler text not null,
  state jsonb not null,
  constraint matter_pk primary key (region, id)
) with (fillfactor = 70);
create index matter_register on matter (region, procedure, started_on desc, id desc);
create index matter_unit on matter (region, procedure, unit, started_on desc, id desc);
create index matter_open on matter (region, procedure, unit, started_on desc, id desc) where not closed;
create index matter_number on matter (region, number);
create index matter_parent on matter (region, parent) where parent is not null;

-- Bigrams of number, title and declared fields, with pinyin initials: Chinese search without a dictionary. Procedure
-- and unit are terms of the indexes too: a word of most titles in the region is not looked for where nobody asked.
create table matter_search (
  region text not null,
  matter uuid not null,
  procedure text not null,
  unit text not null,
  started_on date not null,
  terms text[] not null,
  personal_terms text[] not null,
  constraint matter_search_pk primary key (region, matter)
);
create index matter_search_terms on matter_search using gin (terms, (array[procedure, unit]));
create index matter_search_personal on matter_search using gin (personal_terms, (array[procedure, unit]));

create table clock (
  region text not null,
  matter uuid not null,
  clock text not null,
  procedure text not null,
  unit text not null,
  rule text not null,
  started_on date not null,
  due date not null,
  due_at timestamptz,
  promised date,
  provisional boolean not null,
  calendar text not null,
  paused boolean not null,
  stopped_on date,
  late boolean not null,
  binds_applicant boolean not null,
  near smallint not null,
  constraint clock_pk primary key (region, matter, clock)
) with (fillfactor = 70);
create index clock_due on clock (region, due, matter) where stopped_on is null;
create index clock_unit_due on clock (region, unit, due, matter) where stopped_on is null;
create index clock_provisional on clock (region, calendar) where stopped_on is null;

create table publication (
  region text not null,
  matter uuid not null,
  publication text not null,
  channel text not null,
  procedure text not null,
  unit text not null,
  status text not null,
  due date,
  published_on date,
  corrected_on date,
  withdrawn_on date,
  expires_on date,
  title text not null,
  content jsonb not null,
  reason text,
  terms text[] not null,
  constraint publication_pk primary key (region, matter, publication),
  constraint publication_status check (status in ('due', 'withheld', 'published', 'withdrawn'))
);
create index publication_channel on publication (region, channel, published_on desc, matter) where status = 'published';
create index publication_due on publication (region, due) where status = 'due';
create index publication_terms on publication using gin (terms);

-- Items of lists: the present head, and every version by its interval of days.
create table list_item (
  region text not null,
  list text not null,
  code text not null,
  stream uuid not null,
  seq integer not null,
  last_on date not null,
  status text not null,
  constraint list_item_pk primary key (region, list, code)
);
create index list_item_stream on list_item (region, stream);
create table list_version (
  region text not null,
  list text not null,
  code text not null,
  from_date date not null,
  seq integer not null,
  to_date date,
  status text not null,
  operation text not null,
  name text not null,
  kind text not null,
  unit text not null,
  item jsonb not null,
  event uuid not null,
  terms text[] not null,
  constraint list_version_pk primary key (region, list, code, from_date, seq)
);
create index list_version_open on list_version (region, list, code) where to_date is null;
-- With all that counting and ordering a list as of a day needs, so that neither visits the table.
create index list_version_as_of on list_version (region, list, from_date, to_date) include (status, kind, unit, code, seq);
create index list_version_terms on list_version using gin (terms);

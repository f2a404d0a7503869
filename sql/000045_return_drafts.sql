-- What a unit has keyed in of a return and not submitted yet: no fact, so it may be changed and thrown away.
create table return_draft (
  region text not null,
  matter uuid not null,
  -- Counts the savings, so that of two clerks the second is told that he would overwrite the first.
  revision integer not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  constraint return_draft_pk primary key (region, matter)
);
grant select, insert, update, delete on return_draft to fazhi_app;

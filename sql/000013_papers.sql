-- Versions of papers as clerks write them: reports, plans, schemes. No facts of the ledger: a paper becomes one when a
-- step fixes it, with the digest of that version. A version is never changed, so that the digest keeps its meaning.
create table paper_version (
  region text not null,
  paper uuid not null,
  version integer not null,
  -- Which procedure's matters carry such a paper, e.g. annual-report.
  kind text not null,
  year smallint not null,
  -- What sort of it, where there are several, e.g. the skeleton of a report; else empty.
  form text not null,
  unit text,
  title text not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  constraint paper_version_pk primary key (region, paper, version)
);
create index paper_version_year on paper_version (region, kind, year desc, paper);

create trigger paper_version_append_only before update or delete on paper_version
  for each row execute function fazhi_append_only();
create trigger paper_version_no_truncate before truncate on paper_version
  for each statement execute function fazhi_append_only();

grant select, insert on paper_version to fazhi_app;

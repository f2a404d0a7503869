-- Versions of reports as clerks write them. No facts of the ledger: a report becomes one when it is signed, with
-- the digest of the version that was signed. A version is never changed, so that the digest keeps its meaning.
create table report_version (
  region text not null,
  report uuid not null,
  version integer not null,
  year smallint not null,
  skeleton text not null,
  unit text,
  title text not null,
  draft jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  constraint report_version_pk primary key (region, report, version)
);
create index report_version_year on report_version (region, year desc, report);

create trigger report_version_append_only before update or delete on report_version
  for each row execute function fazhi_append_only();
create trigger report_version_no_truncate before truncate on report_version
  for each statement execute function fazhi_append_only();

grant select, insert on report_version to fazhi_app;

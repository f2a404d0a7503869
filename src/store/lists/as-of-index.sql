-- The interval index again, with all that counting and ordering a list as of a day needs: neither visits the table.
create index if not exists list_version_as_of on list_version (region, list, from_date, to_date)
  include (status, kind, unit, code, seq);

-- What of a list stands today is its last versions alone: found by the day they end, without reading all that ended
-- before. A day long ago is still found by the day versions begin; either index counts and orders without the table.
create index list_version_standing on list_version (region, list, (coalesce(to_date, 'infinity'::date)))
  include (from_date, to_date, status, kind, unit, code, seq);

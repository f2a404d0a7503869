-- The record and what is derived from it. Keys lead with region (storage rule 1); ids come from the application (3).

create table region (
  code text not null,
  name text not null,
  parent text,
  path text[] not null default '{}',
  constraint region_pk primary key (code)
);

-- Append-only facts, one row an event; partitioned by the year of recording (6).
create table event (
  region text not null,
  year smallint not null,
  stream uuid not null,
  seq integer not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  on_date date not null,
  person text not null,
  post text not null,
  unit text not null,
  request text not null,
  data jsonb not null,
  personal jsonb not null,
  -- Goes into the digest of what a proof does not show to everybody.
  salt bytea not null,
  leaf bytea not null,
  constraint event_pk primary key (region, stream, seq, year),
  constraint event_seq_positive check (seq > 0),
  constraint event_salt_length check (octet_length(salt) = 16),
  constraint event_leaf_length check (octet_length(leaf) = 32)
) partition by range (year);
create table event_before_2024 partition of event for values from (minvalue) to (2024);
create table event_2024 partition of event for values from (2024) to (2025);
create table event_2025 partition of event for values from (2025) to (2026);
create table event_2026 partition of event for values from (2026) to (2027);
create table event_2027 partition of event for values from (2027) to (2028);
create table event_2028 partition of event for values from (2028) to (2029);
create table event_from_2029 partition of event for values from (2029) to (maxvalue);

-- What no seal covers yet, written with the event: never inferred from ids or times.
create table event_pending (
  region text not null,
  id uuid not null,
  year smallint not null,
  stream uuid not null,
  seq integer not null,
  leaf bytea not null,
  counts jsonb not null,
  constraint event_pending_pk primary key (region, id)
);

-- Personal values stand apart and can be destroyed; the event carries their salted digests.
create table personal_value (
  region text not null,
  event uuid not null,
  field text not null,
  matter uuid not null,
  salt text not null,
  value jsonb not null,
  constraint personal_value_pk primary key (region, event, field)
);
create index personal_value_matter on personal_value (region, matter);

-- One row a request that was carried out: the same request id never acts twice.
create table request (
  region text not null,
  id text not null,
  digest text not null,
  outcome jsonb not null,
  at timestamptz not null,
  constraint request_pk primary key (region, id)
);

-- Keys that may exist once in a region, such as document numbers.
create table claim (
  region text not null,
  kind text not null,
  -- Compared byte by byte, so that the keys that begin alike are found by the primary key.
  key text collate "C" not null,
  stream uuid not null,
  constraint claim_pk primary key (region, kind, key)
);

create table file (
  region text not null,
  sm3 text not null,
  size bigint not null,
  type text not null,
  at timestamptz not null,
  constraint file_pk primary key (region, sm3)
);
create table file_binding (
  region text not null,
  sm3 text not null,
  event uuid not null,
  stream uuid not null,
  name text not null,
  constraint file_binding_pk primary key (region, sm3, event)
);

-- Merkle log of a region: leaves in order, tiles of 256 hashes, chained checkpoints.
create table seal_leaf (
  region text not null,
  index bigint not null,
  event uuid not null,
  year smallint not null,
  stream uuid not null,
  seq integer not null,
  constraint seal_leaf_pk primary key (region, index)
);
create index seal_leaf_stream on seal_leaf (region, stream, seq);
create table seal_tile (
  region text not null,
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  constraint seal_tile_pk primary key (region, level, index)
);
create table seal (
  region text not null,
  number bigint not null,
  size bigint not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  frontier bytea not null,
  sealed_at timestamptz not null,
  constraint seal_pk primary key (region, number)
);

-- Figures: cells for speed, entries for drill-down; both advanced with the seal.
create table rollup (
  region text not null,
  indicator text not null,
  unit text not null,
  month integer not null,
  kind text not null,
  value numeric not null,
  entries bigint not null,
  constraint rollup_pk primary key (region, indicator, month, unit, kind),
  constraint rollup_month_form check (month between 190001 and 299912)
);
create table figure_entry (
  region text not null,
  indicator text not null,
  month integer not null,
  on_date date not null,
  unit text not null,
  kind text not null,
  event uuid not null,
  year smallint not null,
  stream uuid not null,
  seq integer not null,
  value numeric not null,
  constraint figure_entry_pk primary key (region, indicator, month, unit, kind, event)
);
create index figure_entry_day on figure_entry (region, indicator, on_date, stream);

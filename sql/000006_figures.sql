-- Sealing, one at a time in a region, and the figures that others return.

-- The row a sealer holds while it seals: the seals themselves cannot be locked, as nobody may update them.
create table seal_head (
  region text not null,
  number bigint not null,
  constraint seal_head_pk primary key (region)
);

-- The seal that first covered a leaf.
create index seal_size on seal (region, size);

-- A figure taken from a document or returned by a unit, as a person confirmed it. Nothing is changed: a
-- correction is a new row that replaces the old one.
create table returned_figure (
  region text not null,
  id uuid not null,
  year smallint not null,
  period text not null,
  indicator text,
  subject text not null,
  value numeric not null,
  unit text not null,
  source_document text not null,
  section text not null,
  text text not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  replaces uuid,
  constraint returned_figure_pk primary key (region, id)
);
create index returned_figure_year on returned_figure (region, year, indicator);
create unique index returned_figure_replaces on returned_figure (region, replaces) where replaces is not null;

create trigger returned_figure_append_only before update or delete on returned_figure
  for each row execute function fazhi_append_only();
create trigger returned_figure_no_truncate before truncate on returned_figure
  for each statement execute function fazhi_append_only();

grant select, insert, update on seal_head to fazhi_app;
grant select, insert on returned_figure to fazhi_app;

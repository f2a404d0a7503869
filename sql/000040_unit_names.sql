-- What a printed name of a unit stands for, as somebody once confirmed it: 市场监管局, 各镇（街道）. The newest line of a
-- name is what it stands for now.
create table unit_name (
  region text not null,
  printed text not null,
  confirmed_at timestamptz not null,
  units text[] not null,
  confirmed_by text not null,
  constraint unit_name_pk primary key (region, printed, confirmed_at)
);

create trigger unit_name_append_only before update or delete on unit_name
  for each row execute function fazhi_append_only();
create trigger unit_name_no_truncate before truncate on unit_name
  for each statement execute function fazhi_append_only();

grant select, insert on unit_name to fazhi_app;

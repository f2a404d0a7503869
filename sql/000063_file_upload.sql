-- Who brought a file up. The bytes are kept once by their digest; whoever sends the same bytes has brought them too, and
-- only whoever brought a file, or may open it, binds it to a matter (docs/decisions/0013).
create table file_upload (
  region text not null,
  sm3 text not null,
  person text not null,
  at timestamptz not null,
  constraint file_upload_pk primary key (region, sm3, person)
);

create trigger file_upload_append_only before update or delete on file_upload
  for each row execute function fazhi_append_only();
create trigger file_upload_no_truncate before truncate on file_upload
  for each statement execute function fazhi_append_only();
grant select, insert on file_upload to fazhi_app;

-- How often a page of the portal was read, by day. A count and nothing of the reader; no fact of the ledger.

create table portal_view (
  region text not null,
  page text not null,
  day date not null,
  views integer not null,
  constraint portal_view_pk primary key (region, page, day),
  constraint portal_view_positive check (views > 0)
);

grant select, insert, update on portal_view to fazhi_app;

-- A year's notice may be followed by others that change single days of it, and each may be entered again: all entries
-- are kept, in the order in which they came, so that the calendar of any instant can be told.
alter table holiday_notice add column ordinal smallint not null default 1;
alter table holiday_notice drop constraint holiday_notice_pk;
alter table holiday_notice add constraint holiday_notice_pk primary key (year, ordinal);
revoke update, delete on holiday_notice from fazhi_app;

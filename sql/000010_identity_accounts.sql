-- How persons prove who they are, and what is kept of it. Secrets are stored as digests or sealed; never readable.

create table account (
  region text not null,
  person text not null,
  login text not null,
  password_hash text,
  password_set_at timestamptz,
  -- Hashes of the passwords before, newest first: none of them may come back at once.
  password_history text[] not null default '{}',
  must_change boolean not null,
  failed smallint not null default 0,
  locked_until timestamptz,
  -- Sealed with a key that lies in the home, not in the database.
  totp_secret bytea,
  totp_enrolled boolean not null default false,
  -- Time step of the last code that was accepted: no code counts twice.
  totp_last_step bigint not null default 0,
  disabled boolean not null default false,
  constraint account_pk primary key (region, person),
  constraint account_failed_range check (failed >= 0),
  constraint account_totp_secret_there check (not totp_enrolled or totp_secret is not null)
);
create unique index account_login on account (region, login);

create table session (
  region text not null,
  token_hash bytea not null,
  person text not null,
  post text not null,
  second_factor boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_pk primary key (region, token_hash),
  constraint session_hash_length check (octet_length(token_hash) = 32)
);
create index session_person on session (region, person) where ended_at is null;

create table sign_in_link (
  region text not null,
  token_hash bytea not null,
  person text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_link_pk primary key (region, token_hash),
  constraint sign_in_link_hash_length check (octet_length(token_hash) = 32)
);
create index sign_in_link_person on sign_in_link (region, person) where used_at is null;

-- Who did or tried what, by ids and names of routes and rules: no personal values, no tokens, nothing of a form.
create table audit (
  region text not null,
  id uuid not null,
  at timestamptz not null,
  person text,
  post text,
  kind text not null,
  detail text not null,
  constraint audit_pk primary key (region, id)
);
create index audit_at on audit (region, at desc, id desc);
create index audit_person on audit (region, person, at desc);
create index audit_kind on audit (region, kind, at desc);

create index holding_post on holding (region, post);
create index person_unit on person (region, unit);

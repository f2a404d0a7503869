-- The audit is append-only like the ledger: revoked first, then triggers that stop whoever may.

create trigger audit_append_only before update or delete on audit
  for each row execute function fazhi_append_only();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function fazhi_append_only();

grant select, insert on audit to fazhi_app;
grant select, insert, update on account, sign_in_link to fazhi_app;
grant select, insert, update, delete on session to fazhi_app;

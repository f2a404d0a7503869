-- Append-only: the application role may not change or delete a fact (7), and a trigger stops whoever may (8, 9).

create function fazhi_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

do $$
declare
  t text;
begin
  foreach t in array array['event', 'request', 'seal', 'seal_leaf', 'file', 'file_binding'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function fazhi_append_only()', t || '_append_only', t);
  end loop;
  foreach t in array array['event', 'event_before_2024', 'event_2024', 'event_2025', 'event_2026', 'event_2027', 'event_2028', 'event_from_2029', 'request', 'seal', 'seal_leaf', 'file', 'file_binding'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function fazhi_append_only()', t || '_no_truncate', t);
  end loop;
end
$$;

grant usage on schema public to fazhi_app;
grant select, insert on event, request, seal, seal_leaf, file, file_binding to fazhi_app;
grant select, insert, delete on event_pending, claim, personal_value, figure_entry to fazhi_app;
grant select, insert, update on seal_tile, rollup to fazhi_app;
grant select, insert, update on matter, clock, publication, list_item, list_version, certificate to fazhi_app;
grant select, insert, update, delete on matter_search, region, unit, person, post, holding, holiday_notice to fazhi_app;
grant execute on function fazhi_append(text, jsonb, jsonb) to fazhi_app;

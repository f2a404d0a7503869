-- One call writes any number of requests, each whole or not at all (storage rule 11: one function called alone).
-- Time and ids are parameters (12). Returns one row a request: done, again (same request id), stale or claimed.

create function fazhi_append(p_region text, p_requests jsonb, p_rows jsonb)
returns table (request text, result text, detail jsonb)
language plpgsql
as $$
declare
  v_ids text[];
  v_again text[];
  v_stale text[];
  v_claimed text[] := '{}';
  v_open text[];
begin
  -- A request that was carried out before answers with what it did then. Of the others the heads are locked in one
  -- order, and versions compared as they stand once locked: whoever was slower is told so.
  with q as materialized (
    select q.id from jsonb_to_recordset(p_requests) as q(id text)),
  again as materialized (
    select r.id from request r where r.region = p_region and r.id = any (array(select q.id from q))),
  s as materialized (
    select * from jsonb_to_recordset(p_rows -> 'streams') as s(request text, stream uuid, expected integer, home text)
    where s.home = 'matter'),
  head as materialized (
    select m.id, m.seq from matter m
    where m.region = p_region and m.id = any (array(select s.stream from s))
    order by m.id for update)
  select array(select q.id from q), array(select again.id from again),
         array(select distinct s.request from s left join head h on h.id = s.stream
               where coalesce(h.seq, 0) <> s.expected and s.request not in (select again.id from again))
    into v_ids, v_again, v_stale;
  if p_rows @> '{"streams": [{"home": "list"}]}' then
    with s as materialized (
      select * from jsonb_to_recordset(p_rows -> 'streams') as s(request text, expected integer, home text, list text, code text)
      where s.home = 'list'),
    head as materialized (
      select i.list, i.code, i.seq from list_item i
      where i.region = p_region and (i.list, i.code) in (select s.list, s.code from s)
      order by i.list, i.code for update)
    select v_stale || coalesce(array_agg(distinct s.request), '{}') into v_stale
      from s left join head h on h.list = s.list and h.code = s.code
      where s.request <> all (v_again) and coalesce(h.seq, 0) <> s.expected;
  end if;

  -- A key taken by another stream refuses the request. Two takers at the same moment meet the primary key,
  -- and the caller asks again one by one.
  if jsonb_array_length(p_rows -> 'claims') > 0 then
    select coalesce(array_agg(distinct c.request), '{}') into v_claimed
      from jsonb_to_recordset(p_rows -> 'claims') as c(request text, kind text, key text, stream uuid)
      join claim k on k.region = p_region and k.kind = c.kind and k.key = c.key
      where c.request <> all (v_again) and k.stream <> c.stream;
  end if;

  v_open := v_ids;
  if cardinality(v_again || v_stale || v_claimed) > 0 then
    v_open := array(select q.id from unnest(v_ids) as q(id) where q.id <> all (v_again || v_stale || v_claimed));
  end if;

  insert into request (region, id, digest, outcome, at)
    select p_region, q.id, q.digest, q.outcome, q.at
    from jsonb_to_recordset(p_requests) as q(id text, digest text, outcome jsonb, at timestamptz)
    where q.id = any (v_open);

  if jsonb_array_length(p_rows -> 'claims') > 0 then
    insert into claim (region, kind, key, stream)
      select p_region, c.kind, c.key, c.stream
      from jsonb_to_recordset(p_rows -> 'claims') as c(request text, kind text, key text, stream uuid)
      where c.request = any (v_open)
        and not exists (select 1 from claim k where k.region = p_region and k.kind = c.kind and k.key = c.key and k.stream = c.stream);
  end if;

  -- Two statements, never one that writes both: a data-modifying CTE costs many times as much when distributed (11).
  insert into event (region, year, stream, seq, id, type, at, on_date, person, post, unit, request, data, personal, salt, leaf)
    select p_region, e.year, e.stream, e.seq, e.id, e.type, e.at, e.on_date, e.person, e.post, e.unit, e.request, e.data, e.personal, decode(e.salt, 'hex'), decode(e.leaf, 'hex')
    from jsonb_to_recordset(p_rows -> 'events') as e(year smallint, stream uuid, seq integer, id uuid, type text, at timestamptz, on_date date, person text, post text, unit text, request text, data jsonb, personal jsonb, salt text, leaf text)
    where e.request = any (v_open);

  insert into event_pending (region, id, year, stream, seq, leaf, counts)
    select p_region, e.id, e.year, e.stream, e.seq, decode(e.leaf, 'hex'), e.counts
    from jsonb_to_recordset(p_rows -> 'events') as e(request text, id uuid, year smallint, stream uuid, seq integer, leaf text, counts jsonb)
    where e.request = any (v_open);

  -- What begins is inserted, what moves is updated: its head is locked already, and an upsert would lock and log it again.
  if jsonb_array_length(p_rows -> 'matters') > 0 then
    insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, outcome, started_on, closed_on, parent, handler, state)
      select p_region, m.id, m.procedure, m.version, m.seq, m.number, m.title, m.unit, m.stages, m.closed, m.outcome, m.started_on, m.closed_on, m.parent, m.handler, m.state
      from jsonb_to_recordset(p_rows -> 'matters') as m(request text, id uuid, procedure text, version integer, seq integer, number text, title text, unit text, stages text[], closed boolean, outcome text, started_on date, closed_on date, parent uuid, handler text, state jsonb)
      where m.request = any (v_open);
  end if;
  if jsonb_array_length(p_rows -> 'movedMatters') > 0 then
    update matter t set
        seq = m.seq, title = m.title, stages = m.stages, closed = m.closed, outcome = m.outcome, closed_on = m.closed_on, state = m.state
      from jsonb_to_recordset(p_rows -> 'movedMatters') as m(request text, id uuid, seq integer, title text, stages text[], closed boolean, outcome text, closed_on date, state jsonb)
      where t.region = p_region and t.id = m.id and m.request = any (v_open);
  end if;

  if jsonb_array_length(p_rows -> 'search') > 0 then
    insert into matter_search as t (region, matter, procedure, unit, started_on, terms, personal_terms)
      select p_region, s.matter, s.procedure, s.unit, s.started_on, s.terms, s.personal_terms
      from jsonb_to_recordset(p_rows -> 'search') as s(request text, matter uuid, procedure text, unit text, started_on date, terms text[], personal_terms text[])
      where s.request = any (v_open)
      on conflict (region, matter) do update set terms = excluded.terms, personal_terms = t.personal_terms || excluded.personal_terms;
  end if;

  if jsonb_array_length(p_rows -> 'clocks') > 0 then
    insert into clock (region, matter, clock, procedure, unit, rule, started_on, due, due_at, promised, provisional, calendar, paused, stopped_on, late, binds_applicant, near)
      select p_region, c.matter, c.clock, c.procedure, c.unit, c.rule, c.started_on, c.due, c.due_at, c.promised, c.provisional, c.calendar, c.paused, c.stopped_on, c.late, c.binds_applicant, c.near
      from jsonb_to_recordset(p_rows -> 'clocks') as c(request text, matter uuid, clock text, procedure text, unit text, rule text, started_on date, due date, due_at timestamptz, promised date, provisional boolean, calendar text, paused boolean, stopped_on date, late boolean, binds_applicant boolean, near smallint)
      where c.request = any (v_open);
  end if;
  if jsonb_array_length(p_rows -> 'movedClocks') > 0 then
    update clock t set
        rule = c.rule, started_on = c.started_on, due = c.due, due_at = c.due_at, promised = c.promised,
        provisional = c.provisional, calendar = c.calendar, paused = c.paused, stopped_on = c.stopped_on, late = c.late
      from jsonb_to_recordset(p_rows -> 'movedClocks') as c(request text, matter uuid, clock text, rule text, started_on date, due date, due_at timestamptz, promised date, provisional boolean, calendar text, paused boolean, stopped_on date, late boolean)
      where t.region = p_region and t.matter = c.matter and t.clock = c.clock and c.request = any (v_open);
  end if;

  if jsonb_array_length(p_rows -> 'publications') > 0 then
    insert into publication as t (region, matter, publication, channel, procedure, unit, status, due, published_on, corrected_on, withdrawn_on, expires_on, title, content, reason, terms)
      select p_region, c.matter, c.publication, c.channel, c.procedure, c.unit, c.status, c.due, c.published_on, c.corrected_on, c.withdrawn_on, c.expires_on, c.title, c.content, c.reason, c.terms
      from jsonb_to_recordset(p_rows -> 'publications') as c(request text, matter uuid, publication text, channel text, procedure text, unit text, status text, due date, published_on date, corrected_on date, withdrawn_on date, expires_on date, title text, content jsonb, reason text, terms text[])
      where c.request = any (v_open)
      on conflict (region, matter, publication) do update set
        status = excluded.status, due = excluded.due, published_on = excluded.published_on, corrected_on = excluded.corrected_on,
        withdrawn_on = excluded.withdrawn_on, expires_on = excluded.expires_on, title = excluded.title,
        content = excluded.content, reason = excluded.reason, terms = excluded.terms;
  end if;

  if jsonb_array_length(p_rows -> 'personal') > 0 then
    insert into personal_value (region, event, field, matter, salt, value)
      select p_region, v.event, v.field, v.matter, v.salt, v.value
      from jsonb_to_recordset(p_rows -> 'personal') as v(request text, event uuid, field text, matter uuid, salt text, value jsonb)
      where v.request = any (v_open);
  end if;

  if jsonb_array_length(p_rows -> 'files') > 0 then
    insert into file_binding (region, sm3, event, stream, name)
      select p_region, f.sm3, f.event, f.stream, f.name
      from jsonb_to_recordset(p_rows -> 'files') as f(request text, sm3 text, event uuid, stream uuid, name text)
      where f.request = any (v_open)
      on conflict do nothing;
  end if;

  if jsonb_array_length(p_rows -> 'certificates') > 0 then
    insert into certificate as t (region, person, kind, number, unit, from_date, to_date, scope, suspended, matter)
      select p_region, c.person, c.kind, c.number, c.unit, c.from_date, c.to_date, c.scope, c.suspended, c.matter
      from jsonb_to_recordset(p_rows -> 'certificates') as c(request text, person text, kind text, number text, unit text, from_date date, to_date date, scope text[], suspended jsonb, matter uuid)
      where c.request = any (v_open)
      on conflict (region, kind, number) do update set
        unit = excluded.unit, from_date = excluded.from_date, to_date = excluded.to_date,
        scope = excluded.scope, suspended = excluded.suspended;
  end if;

  if jsonb_array_length(p_rows -> 'versions') > 0 then
    update list_version t set to_date = v.from_date
      from (select distinct on (x.list, x.code) x.list, x.code, x.from_date, x.request
              from jsonb_to_recordset(p_rows -> 'versions') as x(request text, list text, code text, from_date date, seq integer)
              order by x.list, x.code, x.seq) v
      where t.region = p_region and t.list = v.list and t.code = v.code and t.to_date is null and v.request = any (v_open);
    insert into list_version (region, list, code, from_date, seq, to_date, status, operation, name, kind, unit, item, event, terms)
      select p_region, v.list, v.code, v.from_date, v.seq, v.to_date, v.status, v.operation, v.name, v.kind, v.unit, v.item, v.event, v.terms
      from jsonb_to_recordset(p_rows -> 'versions') as v(request text, list text, code text, from_date date, seq integer, to_date date, status text, operation text, name text, kind text, unit text, item jsonb, event uuid, terms text[])
      where v.request = any (v_open);
    insert into list_item as t (region, list, code, stream, seq, last_on, status)
      select p_region, i.list, i.code, i.stream, i.seq, i.last_on, i.status
      from jsonb_to_recordset(p_rows -> 'items') as i(request text, list text, code text, stream uuid, seq integer, last_on date, status text)
      where i.request = any (v_open)
      on conflict (region, list, code) do update set seq = excluded.seq, last_on = excluded.last_on, status = excluded.status;
  end if;

  return query
    select q.id,
           case when q.id = any (v_again) then 'again'
                when q.id = any (v_stale) then 'stale'
                when q.id = any (v_claimed) then 'claimed'
                else 'done' end,
           case when q.id = any (v_again) then
             (select jsonb_build_object('digest', r.digest, 'outcome', r.outcome)
                from request r where r.region = p_region and r.id = q.id) end
    from unnest(v_ids) as q(id);
end
$$;

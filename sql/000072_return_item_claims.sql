-- Codes of items that stand in return forms are claimed by their form: figures of returned values are told apart by
-- them. Where two forms came to hold one code, the form that held it first keeps it.
insert into claim (region, kind, key, stream)
select distinct on (v.region, item ->> 'code') v.region, 'return-item', item ->> 'code', v.paper
from paper_version v cross join lateral jsonb_array_elements(v.content -> 'items') as item
where v.kind = 'return-form' and item ->> 'code' is not null
order by v.region, item ->> 'code', v.saved_at, v.version
on conflict do nothing;

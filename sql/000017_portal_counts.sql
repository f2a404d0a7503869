-- How much each public column holds, by unit, is counted on every visit: from the index alone.
create index publication_shown on publication (region, channel, unit, expires_on) where status = 'published';

-- The newest matters that hold a word: a word of most titles is found by walking from the newest, not by sorting all
-- that hold it.
create index matter_search_newest on matter_search (region, started_on desc, matter desc);

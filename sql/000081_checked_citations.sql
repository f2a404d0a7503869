-- The record of a matter tells who said of its documents that he had checked the citations nobody had read: read from
-- the audit, where it is kept, by the matter its line names (procedure, document, matter).
create index audit_document on audit (region, split_part(detail, ' ', 3)) where kind = 'document';

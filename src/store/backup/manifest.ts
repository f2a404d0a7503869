import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const FORMAT = 1;

const name = z.string().min(1).max(63);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** An entry of the archive with its SM3 in hexadecimal. */
const part = z.strictObject({ name: z.string(), bytes: count, digest });

const table = z.strictObject({
  schema: name,
  name,
  columns: z.array(name),
  rows: count,
  /** Gzipped pieces of one COPY text stream, in order. */
  parts: z.array(part),
  /** Partitions with their bounds as SQL; those the migrations do not make are made at restore. */
  partitions: z.array(
    z.strictObject({
      schema: name,
      name,
      bound: z.string().regex(/^(DEFAULT|FOR VALUES (FROM|IN|WITH) \([^;]*\))$/),
    }),
  ),
});

/** What an archive holds; its last entry. The manifest's own SM3 is the fingerprint of the backup. */
export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** Instant of the snapshot. */
  takenAt: z.iso.datetime(),
  serverVersion: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), digest })),
  tables: z.array(table),
  files: z.array(part),
  /** The last seal of each region, as stored: what an older backup passed off as new is found out by. */
  lastSeals: z.array(z.record(z.string(), z.unknown())),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackupTable = Manifest['tables'][number];
export type BackupPart = z.infer<typeof part>;

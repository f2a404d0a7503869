import type { Sql } from '../../store/connection.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SecretBox } from './secret-box.ts';

/** What the acts of signing in work with. */
export interface Desk {
  readonly sql: Sql;
  readonly region: string;
  readonly box: SecretBox;
  /** Attempts from one network address. */
  readonly limit: RateLimit;
}

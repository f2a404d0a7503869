import type { MatterView } from '../../src/client/contract/matters.ts';

/** Any JSON value, as the contract types it. */
export type JsonValue = MatterView['facts'][number]['value'];

export { scanNumbers } from './scan.ts';
export type { NumberKind, NumberToken } from './token.ts';

import type { Walk } from '../../../kernel/procedure/walk.ts';

export const walks: readonly Walk[] = [];

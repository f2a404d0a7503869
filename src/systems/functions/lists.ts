import type { ListDeclaration } from '../../lists/declaration.ts';
import { discretionBenchmarks } from './discretion-benchmarks/index.ts';
import { fees } from './fees/index.ts';
import { intermediaryServices } from './intermediary-services/index.ts';
import { licenceItems } from './licence-items/index.ts';
import { negativeList } from './negative-list/index.ts';
import { powers } from './powers/index.ts';
import { responsibilities } from './responsibilities/index.ts';
import { serviceItems } from './service-items/index.ts';

/** The lists of chapter B, in the order in which they are shown. */
export const functionLists: readonly ListDeclaration[] = [
  powers,
  responsibilities,
  intermediaryServices,
  fees,
  serviceItems,
  negativeList,
  licenceItems,
  discretionBenchmarks,
];

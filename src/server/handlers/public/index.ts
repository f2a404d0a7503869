import { createListStore } from '../../../store/lists/index.ts';
import type { Handlers } from '../../http/bind.ts';
import type { World } from '../../world.ts';
import { publicDisclosureHandlers } from './disclosures.ts';
import { publicGuideHandlers } from './guide.ts';
import { publicHomeHandlers } from './home.ts';
import { publicListHandlers } from './lists.ts';
import { publicProgressHandlers } from './progress.ts';
import { publicSealHandlers } from './seal.ts';

/** What anybody may read without signing in. */
export function publicHandlers(world: World) {
  const store = createListStore(world.sql);
  return {
    ...publicHomeHandlers(world, store),
    ...publicListHandlers(world, store),
    ...publicGuideHandlers(world, store),
    ...publicDisclosureHandlers(world),
    ...publicProgressHandlers(world),
    ...publicSealHandlers(world),
  } satisfies Partial<Handlers>;
}

import { type DemoOptions, loadDemo } from '../demo/load.ts';
import { groundOf } from '../demo/scribe.ts';
import { type Instant, type LegalDate, legalDateOf } from '../kernel/dates.ts';
import type { FileStore } from '../server/files/store.ts';
import type { World } from '../server/world.ts';
import { keepVersion } from '../store/papers/versions.ts';
import { sealAll } from '../store/sealing/sealer.ts';
import { issueDemoReport } from './demo-reports.ts';

/** The demo's year up to an instant: decided by the kernel, stored in the world as any step is. Sealing is not done. */
export async function writeDemoYear(
  world: World,
  files: FileStore,
  now: Instant,
  options: Pick<DemoOptions, 'size' | 'onProgress' | 'onCutOff'> = {},
): Promise<void> {
  const region = world.region.code;
  await loadDemo({
    ...groundOf(world),
    today: legalDateOf(now),
    file: await files.put({
      region,
      person: 'system',
      name: '演示附件.txt',
      body: new Blob(['演示附件：本文件代表办案中形成的材料，内容为空。']).stream(),
      now,
    }),
    keepPaper: (version) => keepVersion(world.sql, region, version),
    ...options,
  });
}

/** Seals what the cut-off day of last year's report knows and issues that report; returns how many events it stands on. */
export async function reportAtCutOff(world: World, day: LegalDate, now: Instant): Promise<number> {
  const sealed = await sealAll(world.sql, world.region.code, () => `${day}T00:30:00.000Z`);
  await issueDemoReport(world, legalDateOf(now));
  return sealed;
}

import type { Command } from 'commander';
import type { CompiledList } from '../../lists/compile.ts';
import { readCalendars } from '../../store/calendars.ts';
import { type RebuildReport, rebuild } from '../../store/rebuild/rebuild.ts';
import type { Difference } from '../../store/rebuild/stage.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger, percentProgress } from './on-ledger.ts';

/** A ledger whose lists are known. */
interface ListLedger extends Ledger {
  readonly world: { readonly systems: { readonly lists: readonly CompiledList[] } };
}

/** `fazhi rebuild [--compare]`: with `--compare` the exit code is 1 when anything differs. */
export function rebuildCommand(open: OpenLedger<ListLedger>): Command {
  return databaseCommand('rebuild', '由留痕重新生成办件、时限、公开、证件、清单和指标')
    .option('--compare', '只比较、不改动：报告现存数据与留痕不一致之处')
    .action((options: DatabaseOptions & { compare?: boolean }) =>
      onLedger(
        open,
        options,
        async ({ admin, region, steps, world }, say) => {
          const { law, procedure, findProcedure } = steps;
          const lists = new Map(world.systems.lists.map((list) => [list.id, list]));
          const report = await rebuild(admin, {
            region,
            compare: options.compare ?? false,
            derivations: {
              law,
              calendar: steps.calendar(),
              calendarAt: (await readCalendars(admin)).at,
              procedure,
              findProcedure,
              findList: (id) => lists.get(id),
            },
            onProgress: percentProgress('重算', say),
          });
          if (report.differences.length > 0) process.exitCode = 1;
          return report;
        },
        describe,
      ),
    );
}

const KINDS = { missing: '缺少', surplus: '多出', differs: '不一致' } as const;

function describe({ summary, differences }: RebuildReport): string {
  return [summary, ...differences.map((difference) => `  ${lineOf(difference)}`)].join('\n');
}

function lineOf({ table, kind, key, columns = [] }: Difference): string {
  const { region: _, ...rest } = key;
  const which = columns.length > 0 ? `（${columns.join('、')}）` : '';
  return `${table} ${Object.values(rest).join(' ')}：${KINDS[kind]}${which}`;
}

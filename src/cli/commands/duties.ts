import Table from 'cli-table3';
import type { Command } from 'commander';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { yearOfLeaders } from '../../server/leaders/measured.ts';
import { dutiesOfList } from '../../server/leaders/view.ts';
import type { World } from '../../server/world.ts';
import { states } from '../../systems/yearly/leader-duties/fields.ts';
import { onlyUnit, yearArgument } from './arguments.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger } from './on-ledger.ts';

type WorldLedger = Ledger & { readonly world: World };
interface Options extends DatabaseOptions {
  readonly year: number;
  readonly unit?: string;
}

interface Duties {
  readonly year: number;
  readonly seal: number | null;
  readonly leaders: readonly {
    readonly name: string;
    readonly title: string;
    readonly unitName: string;
    readonly closed: boolean;
    readonly duties: readonly Pick<
      ReturnType<typeof dutiesOfList>[number],
      'id' | 'name' | 'target' | 'actual' | 'unit' | 'state' | 'by' | 'basis' | 'verified'
    >[];
  }[];
}

/** `fazhi duties --year Y [--unit U]`: the duties of first responsible persons, as the ledger counts them. */
export function dutiesCommand(open: OpenLedger<WorldLedger>): Command {
  return databaseCommand('duties', '第一责任人职责清单：各项职责的要求、已做次数和状态')
    .requiredOption('--year <年度>', '哪一年', yearArgument)
    .option('--unit <单位代码>', '只看一个单位')
    .action((options: Options) =>
      onLedger(open, options, (ledger) => dutiesOfYear(ledger, options), describe),
    );
}

async function dutiesOfYear({ world, region }: WorldLedger, { year, unit }: Options): Promise<Duties> {
  const today = legalDateOf(new Date().toISOString());
  const known = await yearOfLeaders(world, { region, year, ...(await onlyUnit(world, unit)) });
  return {
    year,
    seal: known.seal,
    leaders: known.lists.map((list) => ({
      name: String(list.facts.name),
      title: String(list.facts.title),
      unitName: world.directory().shortName(list.unit),
      closed: list.closed,
      duties: dutiesOfList(world, known, list, today).map(
        ({ id, name, target, actual, unit: measure, state, by, basis, verified }) => ({
          id,
          name,
          target,
          actual,
          unit: measure,
          state,
          by,
          basis,
          verified,
        }),
      ),
    })),
  };
}

function describe({ year, leaders, seal }: Duties): string {
  if (leaders.length === 0) return `没有${year}年度的职责清单。`;
  return [
    ...leaders.flatMap(({ name, title, unitName, closed, duties }) => {
      const table = new Table({
        head: ['职责', '要求', '已做', '期限', '状态'],
        style: { head: [], border: [] },
      });
      for (const duty of duties) {
        const state = states[duty.state];
        table.push([
          duty.name,
          `${duty.target}${duty.unit}`,
          `${duty.actual}${duty.unit}`,
          chineseDate(duty.by),
          state,
        ]);
      }
      return [`${unitName} ${title} ${name}${closed ? '（已确认）' : ''}`, table.toString()];
    }),
    seal === null ? '台账还没有封存。' : `次数以第${seal}号封存为准。`,
  ].join('\n');
}

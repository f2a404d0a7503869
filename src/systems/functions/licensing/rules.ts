import { chineseDate } from '../../../kernel/dates.ts';
import type { RuleDeclaration } from '../../../kernel/supervision/declaration.ts';
import type { LicenceFacts } from './fields.ts';
import { deemedAccepted, licensingLaw } from './words.ts';

/** Conditions that must not be. Overdue and near-due come from the clocks. */
export const rules: readonly RuleDeclaration<LicenceFacts>[] = [
  {
    id: 'told-at-once',
    name: '补正内容没有一次告知',
    level: 'yellow',
    after: ['request-correction'],
    // What was asked for before may be asked for again; what was never mentioned should have been.
    finds: (view) => {
      const told = view.matter?.facts.told as readonly string[] | undefined;
      return (
        (told?.length ?? 0) > 0 && (view.facts.missing ?? []).some((entry) => !told!.includes(entry.name))
      );
    },
    say: (view) => {
      const told = (view.matter?.facts.told ?? []) as readonly string[];
      const added = (view.facts.missing ?? [])
        .map((entry) => entry.name)
        .filter((name) => !told.includes(name));
      return `第二次告知补正提出了第一次没有告知的内容：${added.join('、')}。补正内容应当一次告知。`;
    },
    basis: licensingLaw('第三十二条第一款第四项', 'XK-03'),
  },
  {
    id: 'accepted-by-silence',
    name: '逾期不告知视为受理',
    level: 'red',
    after: ['accept'],
    finds: (view) => deemedAccepted(view),
    say: (view) =>
      `收到材料后五个工作日内没有告知补正也没有受理，自收到之日（${chineseDate(view.facts.receivedOn)}）起视为受理，办理期限已从该日起算。`,
    basis: licensingLaw('第三十二条第一款第四项', 'XK-03'),
  },
];

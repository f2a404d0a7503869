import { describe, expect, it } from 'vitest';
import type { Catalogue, Session } from '../api/queries.ts';
import type { RailLine } from '../app/page-module.ts';
import { registersUnder } from '../shared/boards.ts';
import { railOf } from './rail-lines.ts';

type Procedure = Catalogue['procedures'][number];

const procedure = (id: string, given: Partial<Procedure> & { by: string[]; draws?: string }): Procedure =>
  ({
    id,
    name: id,
    chapter: 'functions',
    onlyAsChild: false,
    ...given,
    steps: [{ by: given.by, fields: given.draws ? [{ list: given.draws }] : [] }],
  }) as unknown as Procedure;
const list = (id: string, mayOperate = false) => ({ id, name: id, chapter: 'functions', mayOperate });

const catalogue = {
  chapters: [
    { id: 'functions', name: '依法履职' },
    { id: 'yearly', name: '年度推进' },
  ],
  procedures: [
    procedure('brought', { by: ['window-clerk'], onlyAsChild: true }),
    procedure('licence', { by: ['window-clerk', 'unit-head'], draws: 'items' }),
    procedure('penalty', { by: ['case-officer'], draws: 'benchmarks' }),
    procedure('plan', {
      by: ['legal-office'],
      chapter: 'yearly',
      desk: { name: '要点', path: '/plans', steps: [] },
    }),
    procedure('duties', {
      by: ['unit-head'],
      chapter: 'yearly',
      desk: { name: '履职', path: '/leaders', steps: [] },
    }),
  ],
  lists: [list('items'), list('benchmarks')],
} as unknown as Catalogue;

const lines: RailLine[] = [
  { title: '设置', path: '/settings', place: 'bottom', order: 2, everybody: true },
  { title: '指标', path: '/figures', place: 'bottom', order: 1 },
  { title: '我的待办', path: '/', place: 'top', order: 1 },
  { title: '年度要点', path: '/plans', place: 'yearly', order: 1, route: 'plans.list' },
  { title: '履职', path: '/leaders', place: 'yearly', order: 2 },
  { title: '人员和账户', path: '/people', place: 'top', order: 1, route: 'people.list' },
  { title: '单位', path: '/people/units', place: 'top', order: 2, route: 'units.list' },
];

const rail = (kind: string, administrator: Session['acting']['administrator'] = null, known = catalogue) => {
  const { top, sections, others, bottom } = railOf({ kind, administrator }, known, lines);
  const paths = (some: readonly { path: string }[]) => some.map(({ path }) => path);
  return {
    top: paths(top),
    sections: sections.map((section) => [section.id, ...paths(section.lines)]),
    others: paths(others),
    bottom: paths(bottom),
  };
};

describe('the rail', () => {
  it('of a clerk holds the registers he takes steps in and the lists they draw on; the rest is folded', () => {
    expect(rail('window-clerk')).toEqual({
      top: ['/'],
      sections: [['functions', '/registers/licence', '/registers/brought', '/lists/items']],
      others: ['/registers/penalty', '/lists/benchmarks'],
      bottom: ['/figures', '/settings'],
    });
  });

  it('has a desk for those who may call its route, or take a step that is worked at it', () => {
    expect(rail('unit-head').sections.at(-1)).toEqual(['yearly', '/plans', '/leaders']);
    expect(rail('supervisor').sections).toEqual([['yearly', '/plans']]);
    expect(rail('case-officer').sections.map(([id]) => id)).toEqual(['functions']);
  });

  it('tells a register under the board that stands for it, where that board is at hand [P28]', () => {
    const procedures = [
      ...catalogue.procedures,
      procedure('briefs', { by: ['legal-office'], chapter: 'yearly', board: '/leaders' }),
      procedure('studies', { by: ['legal-office'], chapter: 'yearly' }),
      procedure('study-plans', {
        by: ['legal-office', 'window-clerk'],
        chapter: 'yearly',
        board: '/registers/studies',
      }),
    ];
    const known = { ...catalogue, procedures };
    const office = rail('legal-office', null, known);
    expect(office.sections.at(-1)).toEqual(['yearly', '/plans', '/leaders', '/registers/studies']);
    expect(office.others.filter((path) => /briefs|plans/.test(path))).toEqual([]);
    const clerk = rail('window-clerk', null, known);
    expect(clerk.sections.at(-1)).toEqual(['yearly', '/registers/study-plans']);
    expect(clerk.others).toContain('/registers/briefs');
    const under = (path: string) => registersUnder(path, procedures).map(({ id }) => id);
    expect(under('/leaders')).toEqual(['duties', 'briefs']);
    expect(under('/registers/studies')).toEqual(['study-plans']);
  });

  it('of who keeps a list has that list', () => {
    const kept = { ...catalogue, lists: [list('items', true), list('benchmarks')] } as unknown as Catalogue;
    expect(rail('list-keeper', null, kept).sections).toEqual([['functions', '/lists/items']]);
  });

  it('never loses a register or a list: what is not in a chapter is folded away', () => {
    for (const kind of ['window-clerk', 'region-head', 'publisher']) {
      const { sections, others } = rail(kind);
      const all = [...sections.flatMap(([, ...paths]) => paths), ...others];
      for (const path of ['/registers/licence', '/registers/penalty', '/lists/items', '/lists/benchmarks']) {
        expect(all.filter((one) => one === path)).toEqual([path]);
      }
    }
  });

  it('of each administrator holds his administration and what is for everybody, and no matters', () => {
    const bottom = ['/settings'];
    expect(rail('system-administrator', 'system')).toEqual({
      top: ['/people/units'],
      sections: [],
      others: [],
      bottom,
    });
    expect(rail('security-administrator', 'security').top).toEqual(['/people', '/people/units']);
    expect(rail('audit-administrator', 'audit')).toEqual({ top: [], sections: [], others: [], bottom });
  });
});

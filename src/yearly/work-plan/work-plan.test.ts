import { describe, expect, it } from 'vitest';
import { newAssignments, newUnits } from '../../systems/yearly/work-plan/assignments.ts';
import { burnUp, tally, tallyBy } from './board.ts';
import { differenceOf } from './difference.ts';
import { openPoints, type PlanDraft } from './draft.ts';
import { fixedRows } from './fix.ts';
import { clauseAround, proposeDraft, type ReadTask } from './propose.ts';
import { matchUnits } from './unit-names.ts';

const units = [
  { code: 'U1', name: '青禾区司法局', shortName: '司法局', class: '综合部门' },
  { code: 'U2', name: '青禾区市场监督管理局', shortName: '市场监管局', class: '执法部门' },
  { code: 'U3', name: '青禾区综合行政执法局', shortName: '综合执法局', class: '执法部门' },
  { code: 'U4', name: '临港镇人民政府', shortName: '临港镇', class: '镇街' },
  { code: 'U5', name: '青溪街道办事处', shortName: '青溪街道', class: '镇街' },
  { code: 'U6', name: '青禾区人民政府办公室', shortName: '政府办', class: '综合部门' },
];
const nobody = new Map<string, readonly string[]>();
const match = (printed: string) => matchUnits(printed, units, nobody).units.join();

describe('printed names of units', () => {
  it.each([
    ['司法局', 'U1'],
    ['区司法局', 'U1'],
    ['市场监管局', 'U2'],
    ['区市监局', 'U2'],
    ['综合执法局', 'U3'],
    ['临港镇', 'U4'],
    ['临港镇政府', 'U4'],
    ['青溪街道办', 'U5'],
    ['区政府办', 'U6'],
    ['各镇（街道）', 'U4,U5'],
    ['各镇(街道)', 'U4,U5'],
    ['各镇人民政府、街道办事处', 'U4,U5'],
    ['各行政执法单位', 'U2,U3'],
    ['区属各部门', 'U1,U2,U3,U6'],
    ['各单位', 'U1,U2,U3,U4,U5,U6'],
    ['各镇（街道）、区属各部门', 'U1,U2,U3,U4,U5,U6'],
  ])('%s is %s', (printed, codes) => {
    expect(match(printed)).toBe(codes);
  });

  it.each(['区教育局', '有关单位', '各有关部门', '执法局'])('%s is left to be chosen', (printed) => {
    if (printed === '执法局') expect(match(printed)).not.toBe('U2');
    else expect(match(printed)).toBe('');
  });

  it('follows what was confirmed once, whatever the brackets', () => {
    const remembered = new Map([['各镇（街道）', ['U5']]]);
    expect(matchUnits('各镇(街道)', units, remembered)).toEqual({ units: ['U5'], source: 'remembered' });
  });
});

const read = (by: Partial<ReadTask> = {}): ReadTask => ({
  number: '1',
  part: '法治能力',
  title: '组织学法',
  text: '组织学法。各单位每季度至少举办一次法治讲座，参加率不低于90%。',
  start: 0,
  end: 30,
  demands: [
    {
      text: '各单位每季度至少举办一次法治讲座，参加率不低于90%',
      quantities: [
        { kind: 'frequency', text: '每季度至少举办一次', value: 1, unit: '次', per: '每季度' },
        { kind: 'minimum', text: '不低于90%', value: 90, unit: '%', per: '' },
        { kind: 'period', text: '每季度', value: null, unit: '', per: '每季度' },
      ],
    },
  ],
  units: [],
  due: null,
  dueText: null,
  ...by,
});
const world = { units, remembered: nobody, past: [], indicators: [] };
const document = {
  title: '关于印发《某区2025年工作要点》的通知',
  issuer: null,
  number: null,
  date: '2025-02-28',
};
const propose = (...tasks: ReadTask[]): PlanDraft => proposeDraft({ text: '', document, tasks }, world);

describe('a proposal', () => {
  it('is named and dated by its own title', () => {
    expect(propose(read())).toMatchObject({ title: '某区2025年工作要点', year: 2025 });
  });

  it('counts a demand of each quarter four times a year, and names what is counted', () => {
    expect(
      propose(read()).tasks[0]!.measures.map(({ text, target, sense }) => [text, target, sense]),
    ).toEqual([
      ['各单位每季度至少举办一次法治讲座', '4', 'minimum'],
      ['参加率不低于90%', '90', 'minimum'],
    ]);
    expect(clauseAround('甲，乙每年两次;丙', '每年两次')).toBe('乙每年两次');
  });

  it('binds a demand to an indicator only where its name is nearly said', () => {
    const measured = proposeDraft(
      { text: '', document, tasks: [read()] },
      {
        ...world,
        indicators: [
          { id: 'law-study.lectures', name: '举办法治讲座', unit: '次' },
          { id: 'penalty.decided', name: '作出行政处罚决定', unit: '件' },
          { id: 'rate', name: '参加率', unit: '%' },
        ],
      },
    );
    expect(measured.tasks[0]!.measures.map(({ indicator }) => indicator)).toEqual([
      'law-study.lectures',
      'rate',
    ]);
  });

  it('asks for what nobody printed: by last year, else by subject, always to be confirmed', () => {
    const [study] = propose(read({ title: '加强规范性文件监督管理', text: '合法性审核。' })).tasks;
    expect(study!.units).toEqual([{ role: 'lead', printed: '', units: ['U1'], source: 'subject' }]);
    const again = proposeDraft(
      { text: '', document, tasks: [read({ title: '组织领导干部学法' })] },
      { ...world, past: [{ title: '组织领导干部学法用法', leads: ['U6'], responsible: ['U1', 'gone'] }] },
    );
    expect(again.tasks[0]!.units.map(({ units: codes, source }) => [codes.join(), source])).toEqual([
      ['U6', 'past'],
      ['U1', 'past'],
    ]);
    expect(openPoints(again)).toEqual(['第1项任务还没有确认。', '第1项任务没有完成时限。']);
  });
});

const ready = (draft: PlanDraft, due = '2025-12-31'): PlanDraft => ({
  ...draft,
  tasks: draft.tasks.map((task) => ({ ...task, due, confirmed: true })),
});
const named = (role: 'lead' | 'responsible' | 'cooperating', name: string) => ({ role, name });

describe('a plan that is fixed', () => {
  const first = ready(
    propose(
      read({
        units: [named('lead', '司法局'), named('responsible', '各单位'), named('cooperating', '临港镇')],
      }),
    ),
  );

  it('gives each unit one role, the weightiest', () => {
    expect(openPoints(first)).toEqual([]);
    expect(fixedRows(first).duties.map(({ unit, role }) => `${unit} ${role}`)).toEqual([
      'U1 lead',
      ...['U2', 'U3', 'U4', 'U5', 'U6'].map((unit) => `${unit} responsible`),
    ]);
  });

  it('opens tasks only for units that are new to it', () => {
    const alone = ready(propose(read({ units: [named('lead', '司法局')] })));
    const plan = { year: 2025, paper: 'p' };
    const opened = newAssignments(fixedRows(alone), fixedRows(first), plan);
    expect(opened.map(({ unit, role }) => `${unit} ${role}`)).toEqual(
      ['U2', 'U3', 'U4', 'U5', 'U6'].map((unit) => `${unit} responsible`),
    );
    expect(newUnits(fixedRows(alone), fixedRows(first))).toEqual(['U2', 'U3', 'U4', 'U5', 'U6']);
  });

  it('tells what moved between two versions', () => {
    const second = ready(
      propose(read({ units: [named('lead', '司法局')] }), read({ number: '2', title: '新增任务' })),
      '2025-10-31',
    );
    const told = differenceOf(fixedRows(first), fixedRows(second), (code) => code);
    expect(told.map(({ change, fields }) => [change, fields.map(({ name }) => name)])).toEqual([
      ['changed', ['完成时限', '责任单位']],
      ['added', expect.arrayContaining(['序号', '任务', '完成时限'])],
    ]);
    expect(differenceOf(fixedRows(second), fixedRows(first), (code) => code).at(-1)?.change).toBe('removed');
    expect(differenceOf(fixedRows(first), fixedRows(first), (code) => code)).toEqual([]);
  });
});

describe('the board', () => {
  const task = (
    unit: string,
    due: string,
    standing: 'done' | 'late' | 'cancelled',
    doneOn: string | null,
  ) => ({
    task: 't1',
    part: '',
    unit,
    due,
    standing,
    doneOn,
    percent: doneOn ? 100 : 50,
  });
  const tasks = [
    task('U1', '2025-03-31', 'done', '2025-02-10'),
    task('U1', '2025-06-30', 'late', null),
    task('U2', '2025-06-30', 'cancelled', null),
  ];

  it('leaves out what was cancelled, and adds up', () => {
    expect(tally('', tasks)).toMatchObject({ total: 2, done: 1, late: 1, percent: 75 });
    expect(tallyBy(tasks, ({ unit }) => unit).map(({ key }) => key)).toEqual(['U1']);
  });

  it('rises to what was due and done by each month, and leaves open what has not come', () => {
    const months = burnUp(tasks, 2025, '2025-07-15');
    expect(months.map(({ due }) => due)).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(months.map(({ done }) => done)).toEqual([0, 1, 1, 1, 1, 1, 1, null, null, null, null, null]);
  });
});

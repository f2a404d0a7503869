import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  /** Wrote the plan as a clerk and heads the office for a while. */
  deputy: { kind: 'legal-office-head', person: 'clerk' },
  chief: { kind: 'legal-office-head' },
  publisher: { kind: 'publisher' },
  liaison: { kind: 'liaison' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('work-plan');

const draft = (year: number) => ({
  year,
  title: `某区${year}年法治政府建设工作要点`,
  paper: '00000000-0000-7000-8000-000000000001',
  version: 1,
});
const task = (code: string, due: string, text = '清理规范性文件。') => ({
  code,
  number: code.slice(1),
  part: '制度体系',
  title: '清理规范性文件',
  text,
  due,
});
const fixed = (version: number, tasks: ReturnType<typeof task>[]) => ({
  version,
  digest: String(version).repeat(64),
  tasks,
  duties: [
    ...tasks.flatMap(({ code }) => [
      { task: code, unit: 'unit-1', role: 'lead' },
      { task: code, unit: 'unit-2', role: 'cooperating' },
    ]),
  ],
  measures: [],
});
const first = fixed(1, [task('t1', '2025-06-30'), task('t2', '2025-09-30')]);
const plan = { publication: 'plan' };

export const walks: readonly Walk[] = [
  {
    name: '[art. 7, 8] drafted, sent back, reviewed by another, issued as tasks; amended by a new version; ended with the year',
    actors,
    acts: [
      act('draft', 'clerk', '2025-02-17', draft(2025), { stages: ['review'] }),
      act('give-back', 'chief', '2025-02-18', { returnReason: '缺责任单位' }, { stages: ['revising'] }),
      act('revise', 'clerk', '2025-02-19', { version: 1, changes: '补充责任单位' }),
      act('review', 'deputy', '2025-02-20', {}, { refused: 'kernel.P5' }),
      act('review', 'chief', '2025-02-20', {}, { stages: ['issuing'] }),
      act('issue', 'chief', '2025-02-28', { ...first, version: 2 }, refused('version-reviewed')),
      act('issue', 'chief', '2025-02-28', { ...first, duties: [] }, refused('every-task-assigned')),
      act('issue', 'chief', '2025-02-28', first, {
        stages: ['issued'],
        counts: { 'work-plan.issued': 1, 'work-plan.tasks': 2 },
        publications: { plan: 'due' },
        due: { 'publication:plan': '2025-03-28' },
      }),
      act('$publish', 'publisher', '2025-03-05', plan, { publications: { plan: 'published' } }),
      {
        step: 'file',
        by: 'liaison',
        child: 'implementation-plan',
        on: '2025-03-20',
        input: { planFiles: [{ sm3: '4'.repeat(64), name: '实施方案.docx', size: 1 }] },
        expect: { due: { filing: '2025-03-28' } },
      },
      act('propose', 'clerk', '2025-05-06', { proposedVersion: 2, amendReason: '上级部署延后' }),
      act('drop', 'chief', '2025-05-07', { dropReason: '先按原要点执行' }, { stages: ['issued'] }),
      act('propose', 'clerk', '2025-05-12', { proposedVersion: 3, amendReason: '上级部署延后' }),
      act('amend', 'deputy', '2025-05-13', first, { refused: 'kernel.P5' }),
      act('amend', 'chief', '2025-05-13', fixed(2, first.tasks), refused('version-proposed')),
      act(
        'amend',
        'chief',
        '2025-05-13',
        { ...fixed(3, first.tasks), duties: [] },
        refused('every-task-assigned'),
      ),
      act(
        'amend',
        'chief',
        '2025-05-13',
        fixed(3, [task('t2', '2025-11-28', '清理规范性文件并公布目录。'), task('t3', '2025-12-31')]),
        { stages: ['issued'] },
      ),
      act('$correct', 'publisher', '2025-05-14', { ...plan, reason: '任务调整' }),
      act('end', 'chief', '2025-12-31', { summary: '完成' }, refused('year-over')),
      act('end', 'chief', '2026-01-05', { summary: '完成一项' }, { outcome: '已结束' }),
    ],
  },
  {
    name: 'a plan that is not for the public is withheld; before 15 May 2019 the old regulation on disclosure sets the day',
    actors,
    acts: [
      act('draft', 'clerk', '2018-03-05', { ...draft(2018), confidential: true }),
      act('review', 'chief', '2018-03-06', {}),
      act('issue', 'chief', '2018-03-07', fixed(1, [task('t1', '2018-12-31')]), {
        publications: { plan: 'withheld' },
      }),
    ],
  },
];

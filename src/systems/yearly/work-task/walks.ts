import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'bureau' },
  liaison: { kind: 'liaison' },
  /** Sits in the legal office and reports for the unit. */
  both: { kind: 'legal-office', person: 'liaison' },
  head: { kind: 'unit-head' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('work-task');

const content = {
  number: '3',
  part: '依法履职',
  title: '公布权责清单',
  text: '公布权责清单，每年至少更新1次。',
  due: '2025-06-30',
  role: 'lead',
  partners: [{ unit: 'unit-2', role: 'cooperating' }],
  measures: [
    {
      code: 't3-1',
      text: '每年至少更新1次',
      target: '1',
      measureUnit: '次',
      sense: 'minimum',
      reach: 'unit',
    },
  ],
};
const paper = '00000000-0000-7000-8000-000000000001';
const assigned = { task: 't3', ...content, unit: 'unit-1', year: 2025, paper };
const evidence = [{ sm3: '2'.repeat(64), name: '公布截图.png', size: 1 }];

export const walks: readonly Walk[] = [
  {
    name: 'counts from its assigning and may not be reminded of before it is late',
    actors,
    acts: [
      act('assign', 'clerk', '2025-02-28', assigned, {
        stages: ['open'],
        due: { finish: '2025-06-30' },
        counts: { 'work-task.assigned': 1 },
      }),
      act('report', 'liaison', '2025-04-02', {
        progress: '已梳理完毕',
        percent: 60,
        achieved: [{ code: 't3-1', value: '1' }],
      }),
      act(
        'escalate',
        'clerk',
        '2025-06-30',
        { lateReason: '提前催办', replyBy: '2025-07-11' },
        refused('late'),
      ),
    ],
  },
  {
    name: 'accepted as done on the day it was last claimed',
    actors,
    acts: [
      act('assign', 'clerk', '2025-02-28', assigned),
      act('report', 'liaison', '2025-04-02', { progress: '已公布', percent: 90 }),
      act('claim', 'liaison', '2025-06-20', { completion: '已公布', evidence }, { stages: ['claimed'] }),
      act('give-back', 'clerk', '2025-06-23', { returnReason: '没有更新记录' }, { stages: ['open'] }),
      act('claim', 'head', '2025-06-30', { completion: '已补充更新记录', evidence }),
      act('accept', 'both', '2025-07-02', {}, { refused: 'kernel.P5' }),
      act('accept', 'clerk', '2025-07-02', {}, { outcome: '按期完成', counts: { 'work-task.done': 1 } }),
    ],
  },
  {
    name: '[C3] claimed, then moved by the plan before anybody looked: still done on the day it was claimed',
    actors,
    acts: [
      act('assign', 'clerk', '2025-02-28', assigned),
      act('claim', 'liaison', '2025-06-20', { completion: '已公布', evidence }),
      act('change', 'clerk', '2025-06-25', { ...content, due: '2025-09-30', changeReason: '统一延后' }),
      act('accept', 'clerk', '2025-07-02', {}, { outcome: '按期完成', facts: { claimedOn: '2025-06-20' } }),
    ],
  },
  {
    name: 'late: reminded once at a time, done after the day',
    actors,
    acts: [
      act('assign', 'clerk', '2025-02-28', assigned),
      act(
        'escalate',
        'clerk',
        '2025-07-01',
        { lateReason: '逾期未公布', replyBy: '2025-07-11' },
        { stages: ['open'] },
      ),
      act(
        'escalate',
        'clerk',
        '2025-07-02',
        { lateReason: '逾期未公布', replyBy: '2025-07-11' },
        refused('not-yet-reminded'),
      ),
      act('claim', 'liaison', '2025-07-10', { completion: '已公布', evidence }),
      act('accept', 'clerk', '2025-07-11', {}, { outcome: '逾期完成' }),
    ],
  },
  {
    name: 'the plan moves its day and then cancels it',
    actors,
    acts: [
      act('assign', 'clerk', '2025-02-28', assigned),
      act(
        'change',
        'clerk',
        '2025-05-06',
        { ...content, due: '2025-09-30', changeReason: '上级部署延后' },
        { due: { finish: '2025-09-30' } },
      ),
      act(
        'cancel',
        'clerk',
        '2025-08-01',
        { cancelReason: '职能划出' },
        { outcome: '任务已撤销', counts: { 'work-task.assigned': -1 } },
      ),
    ],
  },
  {
    name: 'the year ends with the task open; a day already past when it comes is the day it comes',
    actors,
    acts: [
      act('assign', 'clerk', '2025-07-15', assigned, { due: { finish: '2025-07-15' } }),
      act('end', 'clerk', '2026-01-05', { endReason: '年度结束' }, { outcome: '未完成' }),
    ],
  },
];

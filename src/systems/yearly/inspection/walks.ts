import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'bureau' },
  liaison: { kind: 'liaison' },
  both: { kind: 'supervisor', person: 'liaison' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('inspection');

const notice = {
  unit: 'unit-1',
  round: '2025年年中督察',
  year: 2025,
  way: 'on-site',
  scope: '年度要点落实情况',
  from: '2025-07-14',
  selfCheckBy: '2025-07-10',
};
const findings = [
  { code: '1', kind: 'enforcement', finding: '没有建立执法监督台账', demand: '建立台账', task: '12' },
  { code: '2', kind: 'training', finding: '学法没有记录', demand: '补充记录', task: '37' },
];
const rectifyFiles = [{ sm3: '3'.repeat(64), name: '整改材料.docx', size: 1 }];

export const walks: readonly Walk[] = [
  {
    name: '[art. 11-20] findings are closed by a re-check alone: failed once, passed the second time, by somebody else',
    actors,
    acts: [
      act('notify', 'clerk', '2025-07-01', notice, { due: { 'self-check': '2025-07-10' } }),
      act('self-check', 'liaison', '2025-07-09', { selfCheck: '存在台账不全的问题' }),
      act(
        'feed-back',
        'clerk',
        '2025-07-16',
        { findings, rectifyBy: '2025-07-15' },
        refused('rectify-ahead'),
      ),
      act(
        'feed-back',
        'clerk',
        '2025-07-16',
        { findings, rectifyBy: '2025-08-15' },
        { due: { rectification: '2025-08-15' }, counts: { 'inspection.findings': 2 } },
      ),
      act(
        'escalate',
        'clerk',
        '2025-07-20',
        { lateReason: '进展慢', replyBy: '2025-09-05' },
        refused('late'),
      ),
      act(
        'extend',
        'clerk',
        '2025-08-11',
        { rectifyBy: '2025-08-01', extendReason: '涉及系统改造' },
        refused('extend-ahead'),
      ),
      act(
        'extend',
        'clerk',
        '2025-08-11',
        { rectifyBy: '2025-08-29', extendReason: '涉及系统改造' },
        { due: { rectification: '2025-08-29' } },
      ),
      act('rectify', 'liaison', '2025-08-20', { rectified: '台账已建立', rectifyFiles }),
      act(
        'fail-recheck',
        'clerk',
        '2025-08-25',
        { remaining: '第2项没有整改', rectifyBy: '2025-08-01' },
        refused('again-ahead'),
      ),
      act(
        'fail-recheck',
        'clerk',
        '2025-08-25',
        { remaining: '第2项没有整改', rectifyBy: '2025-09-19' },
        { stages: ['rectifying'], due: { rectification: '2025-09-19' } },
      ),
      act('escalate', 'clerk', '2025-08-26', { lateReason: '复核不通过', replyBy: '2025-09-05' }),
      act(
        'escalate',
        'clerk',
        '2025-08-27',
        { lateReason: '复核不通过', replyBy: '2025-09-05' },
        refused('not-yet-reminded'),
      ),
      act('rectify', 'liaison', '2025-09-10', { rectified: '记录已补齐', rectifyFiles }),
      act('pass-recheck', 'both', '2025-09-12', { recheck: '已到位' }, { refused: 'kernel.P5' }),
      act(
        'pass-recheck',
        'clerk',
        '2025-09-12',
        { recheck: '现场核对，已到位' },
        { outcome: '整改到位', counts: { 'inspection.rectified': 2 } },
      ),
    ],
  },
  {
    name: 'nothing was found',
    actors,
    acts: [
      act('notify', 'clerk', '2025-07-01', notice),
      act('self-check', 'liaison', '2025-07-09', { selfCheck: '没有问题' }),
      act('find-nothing', 'clerk', '2025-07-16', { conclusion: '没有发现问题' }, { outcome: '未发现问题' }),
    ],
  },
];

import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = { clerk: { kind: 'legal-office', unit: 'office' } } as const;
const act = actsBy(actors);
const refused = refusedBy('law-study-plan');

const session = (day: string) => ({
  subject: '宪法专题学习',
  kind: 'group',
  body: 'party',
  unit: 'office',
  day,
});
const plan = (day: string) => ({ year: 2025, title: '2025年领导干部学法计划', sessions: [session(day)] });

export const walks: readonly Walk[] = [
  {
    name: 'a plan whose sessions are matters: one is added, all end, the plan ends',
    actors,
    acts: [
      act('issue', 'clerk', '2025-02-10', plan('2026-03-05'), refused('in-year')),
      act('issue', 'clerk', '2025-02-10', plan('2025-03-05'), { stages: ['issued'] }),
      act('close', 'clerk', '2025-02-11', {}, refused('sessions-ended')),
      {
        ...act(
          'hold',
          'clerk',
          '2025-03-05',
          {
            heldOn: '2025-03-05',
            laws: '宪法',
            present: 12,
            principal: true,
          },
          { counts: { 'law-study.plan-held': 1, 'law-study.sessions': 1 } },
        ),
        child: 'session',
      },
      act('add', 'clerk', '2025-06-02', { ...session('2025-12-04'), addReason: '国家宪法日' }),
      {
        ...act('cancel', 'clerk', '2025-11-28', { cancelReason: '并入宪法宣传周' }),
        child: 'session',
      },
      act('close', 'clerk', '2025-12-30', {}, { outcome: '计划执行完毕' }),
    ],
  },
];

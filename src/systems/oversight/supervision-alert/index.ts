import type { z } from 'zod';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import * as fields from './fields.ts';

export { walks } from './walks.ts';

type AlertFacts = Facts & Partial<z.infer<typeof fields.raise> & z.infer<typeof fields.answer>>;
const { step, gate } = words<AlertFacts>();

const regulation = { law: '行政执法监督条例', provision: 'JD-01' };

/** Row F1: an alert is itself a matter, raised by the system, answered by the unit, closed by the supervisor. */
export const supervisionAlert = defineProcedure<AlertFacts>({
  id: 'supervision-alert',
  version: 1,
  row: 'F1',
  name: '监察预警',
  chapter: 'oversight',
  about: '系统发现超期、违反程序或异常情况时发出预警，由承办单位说明和改正，由监督人员审定。',
  basis: [regulation],
  prefix: 'YJ',
  stages: {
    raised: { name: '待说明' },
    answered: { name: '待审定' },
    closed: { name: '已办结', final: true },
    revoked: { name: '已撤销', final: true },
  },
  steps: {
    raise: step({
      name: '发出预警',
      from: [],
      to: ['raised'],
      by: ['system'],
      fields: fields.raise,
      claims: [{ kind: 'alert', field: 'cause', say: '同一事由已经发出过预警。' }],
    }),
    answer: step({
      name: '说明情况',
      from: ['raised'],
      to: ['answered'],
      by: ['unit-head', 'case-officer', 'window-clerk', 'examiner', 'publisher'],
      fields: fields.answer,
      usual: true,
    }),
    'send-back': step({
      name: '退回补充说明',
      from: ['answered'],
      to: ['raised'],
      by: ['supervisor', 'legal-office'],
      anyUnit: true,
      fields: fields.sendBack,
    }),
    close: step({
      name: '审定办结',
      from: ['answered'],
      to: ['closed'],
      by: ['supervisor', 'legal-office'],
      anyUnit: true,
      fields: fields.close,
      outcome: '已审定',
      usual: true,
      notBy: [{ from: ['answer'], basis: regulation, say: '说明情况的人员不得审定本人答复的预警。' }],
      gates: [
        gate({
          id: 'red-corrected',
          early: true,
          holds: ({ facts }) => facts.level !== 'red' || facts.corrected === true,
          basis: regulation,
          say: '红色警告应当改正后才能办结，请退回承办单位改正。',
        }),
      ],
    }),
    revoke: step({
      name: '撤销预警',
      from: ['raised', 'answered'],
      to: ['revoked'],
      by: ['supervisor'],
      anyUnit: true,
      fields: fields.revoke,
      outcome: '已撤销',
    }),
  },
  indicators: [
    {
      id: 'alert.raised',
      name: '发出监察预警',
      unit: '件',
      measure: 'flow',
      definition: '在期间内发出的监察预警，按发出之日和等级计；已撤销的从撤销之日起减去。',
      kinds: { green: '绿色', yellow: '黄色', red: '红色' },
      counts: [
        { on: ['raise'], kind: ({ facts }) => facts.level ?? '' },
        { on: ['revoke'], value: () => -1, kind: ({ facts }) => facts.level ?? '' },
      ],
    },
    {
      id: 'alert.closed',
      name: '办结监察预警',
      unit: '件',
      measure: 'flow',
      definition: '在期间内审定办结的监察预警，按办结之日和等级计。',
      kinds: { green: '绿色', yellow: '黄色', red: '红色' },
      counts: [{ on: ['close'], kind: ({ facts }) => facts.level ?? '' }],
    },
  ],
  title: (facts) => `${facts.ruleName ?? ''}：${facts.subjectTitle ?? ''}`,
  search: ['subjectNumber', 'ruleName', 'message'],
  columns: ['level', 'ruleName', 'message', 'subjectNumber'],
});

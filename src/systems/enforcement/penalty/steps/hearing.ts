import { z } from 'zod';
import { chineseDate } from '../../../../kernel/dates.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { basis, periods, underMarketRules } from '../law.ts';
import { gate, open, passed, paused, step } from './words.ts';

export const hearing = {
  'request-hearing': step({
    name: '登记听证申请',
    from: ['notice'],
    to: ['hearing'],
    by: ['case-officer'],
    fields: z.object({ hearingRequest: f.files('听证申请', { min: 1 }) }),
    basis: basis.hearingTerm,
    gates: [
      gate({
        id: 'hearing-in-time',
        holds: (view) => open(view, 'hearing-request') && !passed(view, 'hearing-request'),
        basis: basis.hearingTerm,
        say: (view) =>
          view.dueOf('hearing-request') === undefined
            ? '本案没有告知听证权利，依法不属于应当听证的范围。'
            : `要求听证的期限已于${chineseDate(view.dueOf('hearing-request'))}届满或者当事人已经放弃，不能再登记听证申请。`,
        early: true,
      }),
    ],
    clocks: [
      { clock: 'hearing-request', do: 'stop' },
      { clock: 'defence', do: 'stop' },
      {
        clock: 'decision',
        do: 'pause',
        when: ({ facts, on }) => underMarketRules(facts, on),
        reason: '听证期间不计入办案期限',
        basis: basis.marketTerm,
      },
    ],
    derive: () => ({ hearingRequested: true }),
  }),
  'notify-hearing': step({
    name: '通知举行听证',
    from: ['hearing'],
    by: ['case-officer', 'legal-reviewer'],
    fields: z.object({
      hearingOn: f.date('听证日期'),
      hearingAt: f.text('时刻', { max: 20, help: '如9时30分' }).optional(),
      hearingPlace: f.text('听证地点'),
      hearingHost: f.people('听证主持人', { max: 3 }),
      hearingPublic: f.flag('公开举行'),
      closedReason: f.text('不公开举行的理由', { help: '涉及国家秘密、商业秘密或者个人隐私' }).optional(),
    }),
    basis: basis.hearingTerm,
    gates: [
      gate<{ hearingOn: string }>({
        id: 'hearing-notice-days',
        holds: ({ input, on, reckon }) => input.hearingOn > reckon(periods.hearingNotice(on), on),
        basis: basis.hearingTerm,
        say: ({ on, reckon }) =>
          `应当在举行听证的七日前通知当事人，今天通知的，听证要安排在${chineseDate(reckon(periods.hearingNotice(on), on))}之后。`,
      }),
      gate<{ hearingHost: string[] }>({
        id: 'hearing-host',
        holds: ({ facts, input }) => !input.hearingHost.some((person) => facts.officers!.includes(person)),
        basis: basis.hearingHost,
        say: '听证由非本案调查人员主持，所选主持人是本案承办人员，请另行指定。',
      }),
      gate<{ hearingPublic: boolean; closedReason?: string }>({
        id: 'hearing-public',
        holds: ({ input }) => input.hearingPublic || !!input.closedReason,
        basis: { law: '行政处罚法', article: '第六十四条第三项', provision: 'CF1-34' },
        say: '除涉及国家秘密、商业秘密或者个人隐私外，听证公开举行；不公开的请写明理由。',
      }),
    ],
    clocks: [
      { clock: 'hearing-notice', do: 'stop' },
      { clock: 'hearing-notice', do: 'start' },
    ],
    documents: ['hearing-summons'],
    usual: true,
  }),
  'hold-hearing': step({
    name: '举行听证',
    from: ['hearing'],
    to: ['deliberation'],
    by: ['case-officer', 'legal-reviewer', 'examiner'],
    fields: z.object({
      hearingRecord: f.files('听证笔录', { min: 1 }),
      hearingOpinion: f.longText('听证报告意见', { max: 3000 }),
    }),
    basis: basis.hearingTerm,
    gates: [
      gate({
        id: 'hearing-notified',
        holds: ({ facts, matter, on }) =>
          matter?.clocks['hearing-notice'] !== undefined &&
          facts.hearingOn !== undefined &&
          on >= facts.hearingOn,
        basis: basis.hearingTerm,
        say: '还没有通知听证的时间、地点，或者没有到通知的听证日期，不能登记举行听证。',
        early: true,
      }),
    ],
    clocks: [
      { clock: 'hearing-notice', do: 'stop' },
      { clock: 'decision', do: 'resume', when: (view) => paused(view, 'decision') },
    ],
    derive: ({ on }) => ({ hearingHeldOn: on, defenceHeard: true }),
    usual: true,
  }),
  'drop-hearing': step({
    name: '终止听证',
    from: ['hearing'],
    to: ['deliberation'],
    by: ['case-officer', 'legal-reviewer'],
    fields: z.object({
      dropReason: f.choice('事由', {
        withdrawn: '当事人撤回听证申请',
        absent: '当事人及其代理人无正当理由拒不出席或者中途退出',
      }),
      dropRecord: f.files('书面材料、笔录', { min: 1 }),
    }),
    basis: basis.hearingTerm,
    clocks: [
      { clock: 'hearing-notice', do: 'stop' },
      { clock: 'decision', do: 'resume', when: (view) => paused(view, 'decision') },
    ],
  }),
};

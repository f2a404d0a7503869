import { z } from 'zod';
import { chineseDate } from '../../../../kernel/dates.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { opinions, specialProcedures } from '../fields.ts';
import { gate, itemOf, licensingLaw, open, passed, step, type View } from '../words.ts';

const notCounted = licensingLaw('第四十五条', 'XK-13');
const thirdParties = licensingLaw('第三十六条', 'XK-06');
const hearing = licensingLaw('第四十七条', 'XK-15');
const hearingRules = licensingLaw('第四十八条', 'XK-18');

const reviewSteps = ['site-check', 'special-start', 'inform-third-party', 'hear-statement', 'propose'];

export const review = {
  'site-check': step({
    name: '现场核查',
    from: ['reviewing'],
    by: ['examiner'],
    fields: z.object({
      checkers: f.people('核查人员', { help: '不少于两人' }),
      checkedOn: f.date('核查日期'),
      findings: f.longText('核查情况'),
      photos: f.files('核查记录和照片').optional(),
    }),
    basis: licensingLaw('第三十四条', 'XK-05'),
    gates: [
      gate<{ readonly checkers: readonly string[] }>({
        id: 'two-checkers',
        holds: ({ input }) => input.checkers.length >= 2,
        basis: licensingLaw('第三十四条', 'XK-05'),
        say: '对申请材料的实质内容进行核实，应当指派两名以上工作人员，请补充核查人员。',
      }),
    ],
  }),
  'special-start': step({
    name: '启动特别程序',
    from: ['reviewing'],
    to: ['special'],
    by: ['examiner'],
    fields: z.object({
      special: f.choice('特别程序', specialProcedures),
      neededDays: f.integer('所需时间', { min: 1, max: 3650, unit: '日' }),
      toldInWriting: f.flag('已将所需时间书面告知申请人'),
    }),
    basis: notCounted,
    gates: [
      gate<{ readonly toldInWriting: boolean }>({
        id: 'told-in-writing',
        holds: ({ input }) => input.toldInWriting,
        basis: notCounted,
        say: '不计入期限的时间应当书面告知申请人；请先告知，再启动特别程序。',
      }),
    ],
    clocks: [
      {
        clock: 'decide',
        do: 'pause',
        reason: ({ input }) =>
          `${specialProcedures[input.special as keyof typeof specialProcedures]}所需时间不计入`,
        basis: notCounted,
      },
    ],
    documents: ['special-notice'],
  }),
  'special-end': step({
    name: '结束特别程序',
    from: ['special'],
    to: ['reviewing'],
    by: ['examiner'],
    fields: z.object({ specialResult: f.longText('结果') }),
    basis: notCounted,
    clocks: [{ clock: 'decide', do: 'resume' }],
    usual: true,
  }),
  'inform-third-party': step({
    name: '告知利害关系人',
    from: ['reviewing'],
    by: ['examiner'],
    fields: z.object({
      thirdPartyName: f.text('利害关系人', { personal: 'name' }),
      interest: f.longText('涉及的重大利益', { max: 1000 }),
    }),
    basis: thirdParties,
    clocks: [{ clock: 'hearing-request', do: 'start', when: (view) => !open(view, 'hearing-request') }],
    derive: () => ({ thirdParty: true, statementHeard: false }),
    documents: ['hearing-right-applicant', 'hearing-right-third-party'],
  }),
  'hear-statement': step({
    name: '听取陈述申辩',
    from: ['reviewing'],
    by: ['examiner'],
    fields: z.object({
      statement: f.longText('申请人、利害关系人的意见'),
      waived: f.flag('明确放弃听证').optional(),
    }),
    basis: thirdParties,
    clocks: [{ clock: 'hearing-request', do: 'stop', when: ({ input }) => input.waived === true }],
    derive: () => ({ statementHeard: true }),
  }),
  'open-hearing': step({
    name: '决定听证',
    from: ['reviewing'],
    to: ['hearing'],
    by: ['examiner', 'legal-reviewer'],
    fields: z.object({
      hearingOrigin: f.choice('听证来源', {
        requested: '申请人或者利害关系人申请',
        'ex-officio': '依职权（法定应当听证或者涉及重大公共利益）',
      }),
    }),
    basis: hearing,
    gates: [
      gate<{ readonly hearingOrigin: 'requested' | 'ex-officio' }>({
        id: 'hearing-requested-in-time',
        holds: (view) =>
          view.input.hearingOrigin !== 'requested' ||
          (open(view, 'hearing-request') && !passed(view, 'hearing-request')),
        basis: hearing,
        say: '申请听证应当在被告知听证权利之日起五日内提出；没有告知或者已经超过期限的，不能按申请听证办理。',
      }),
    ],
    clocks: [
      { clock: 'hearing-request', do: 'stop' },
      { clock: 'hold-hearing', do: 'start' },
      { clock: 'decide', do: 'pause', reason: '听证所需时间不计入', basis: notCounted },
    ],
  }),
  'notify-hearing': step({
    name: '通知听证',
    from: ['hearing'],
    by: ['examiner', 'legal-reviewer'],
    fields: z.object({
      hearingOn: f.date('听证日期'),
      hearingAt: f.text('时刻', { max: 20, help: '如9时30分' }).optional(),
      hearingPlace: f.text('听证地点', { max: 200 }),
      host: f.people('听证主持人', { max: 1 }),
    }),
    basis: licensingLaw('第四十八条第一款第一项', 'XK-17'),
    gates: [
      gate<{ readonly hearingOn: string }>({
        id: 'seven-days-notice',
        holds: (view) => view.input.hearingOn > view.reckon('XK-17', view.on),
        basis: licensingLaw('第四十八条第一款第一项', 'XK-17'),
        say: (view) =>
          `应当在举行听证的七个工作日前通知，今天通知的，听证最早在${chineseDate(view.reckon('XK-17', view.on))}以后举行。`,
      }),
      gate<{ readonly host: readonly string[] }>({
        id: 'host-not-reviewer',
        holds: (view) => !reviewers(view).includes(view.input.host[0] ?? ''),
        basis: hearingRules,
        say: '听证主持人不得是审查该申请的人员，请另行指定。',
      }),
    ],
    documents: ['hearing-summons'],
  }),
  'hold-hearing': step({
    name: '举行听证',
    from: ['hearing'],
    to: ['reviewing'],
    by: ['examiner', 'legal-reviewer'],
    fields: z.object({ hearingRecord: f.longText('听证笔录要点') }),
    basis: hearingRules,
    gates: [
      gate<unknown>({
        id: 'on-notified-day',
        early: true,
        holds: (view) => view.facts.hearingOn !== undefined && view.on >= view.facts.hearingOn,
        basis: licensingLaw('第四十八条第一款第一项', 'XK-17'),
        say: (view) =>
          view.facts.hearingOn === undefined
            ? '还没有通知听证的时间、地点，请先通知。'
            : `通知的听证日期是${chineseDate(view.facts.hearingOn)}，不能提前举行。`,
      }),
    ],
    clocks: [
      { clock: 'hold-hearing', do: 'stop' },
      { clock: 'decide', do: 'resume' },
    ],
    derive: () => ({ statementHeard: true }),
    usual: true,
  }),
  propose: step({
    name: '提出审查意见',
    from: ['reviewing'],
    to: ['proposed'],
    by: ['examiner'],
    fields: z.object({
      opinion: f.choice('审查意见', opinions),
      opinionText: f.longText('事实和理由'),
    }),
    basis: licensingLaw('第三十四条', 'XK-05'),
    notBy: [
      {
        from: ['receive', 'accept'],
        basis: licensingLaw('第十条', 'XK-28'),
        say: '受理和审查应当由不同人员办理，您办理过本件的收件或者受理，不能再作审查。',
      },
    ],
    gates: [
      gate({
        id: 'site-checked',
        early: true,
        holds: (view) =>
          !itemOf(view).siteCheck ||
          (view.matter?.taken.some((entry) => entry.step === 'site-check') ?? false),
        basis: licensingLaw('第三十四条', 'XK-05'),
        say: '该事项需要现场核查，请先完成现场核查。',
      }),
      gate({
        id: 'third-party-heard',
        early: true,
        holds: (view) =>
          view.facts.thirdParty !== true ||
          (view.facts.statementHeard === true &&
            (!open(view, 'hearing-request') || passed(view, 'hearing-request'))),
        basis: thirdParties,
        say: (view) =>
          view.facts.statementHeard === true
            ? `利害关系人可以在${chineseDate(view.dueOf('hearing-request'))}以前申请听证，届满或者明确放弃后才能提出审查意见。`
            : '许可直接关系他人重大利益，应当先听取申请人、利害关系人的意见。',
      }),
    ],
    usual: true,
  }),
};

/** Everyone who has reviewed the application so far, those named as checkers included. */
function reviewers(view: View): string[] {
  const taken = (view.matter?.taken ?? []).filter((entry) => reviewSteps.includes(entry.step));
  return [...taken.map((entry) => entry.person), ...(view.facts.checkers ?? [])];
}

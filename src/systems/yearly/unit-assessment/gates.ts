import { canonical } from '../../../kernel/ledger/canonical.ts';
import type { JsonValue } from '../../../kernel/ledger/json.ts';
import { sm3Hex } from '../../../kernel/ledger/sm3.ts';
import { words } from '../../../kernel/procedure/declaration.ts';
import type { UnitAssessmentFacts } from './fields.ts';

const { gate } = words<UnitAssessmentFacts>();

/** The only provision of the collected law that speaks of assessment: results of inspection are a basis of it. */
export const basis = {
  law: '法治政府建设与责任落实督察工作规定',
  article: '第十一条至第二十条',
  provision: 'DC-10',
};

export type Round = 'first' | 'second' | 'third';
export interface GivenMark {
  readonly round: Round;
  readonly code: string;
  readonly points: string;
  readonly remark?: string | undefined;
}

/** What stands in the ledger for a reviewer's marks while they are closed. */
export function digestOfMarks(salt: string, marks: readonly Omit<GivenMark, 'round'>[]): string {
  const plain = marks.map(({ code, points, remark }) => ({
    code,
    points,
    ...(remark === undefined ? {} : { remark }),
  }));
  return sm3Hex(canonical({ salt, marks: plain } as unknown as JsonValue));
}

/** Nobody assesses the unit he belongs to. */
export const notOwnUnit = gate({
  id: 'not-own-unit',
  holds: ({ matter, actor }) => matter === undefined || matter.unit !== actor.unit,
  basis,
  say: '被考核单位的人员不能参与对本单位的核验、评议和申诉处理，请由其他单位的人员办理。',
  early: true,
});

export const gapsOnly = gate<{ code: string; files?: unknown[] }>({
  id: 'gaps-only',
  holds: ({ facts, input }) =>
    (input.files ?? []).length === 0 || (facts.gaps ?? []).some(({ code }) => code === input.code),
  basis,
  say: ({ input }) =>
    `${input.code} 由系统按台账计分，不需要上传材料，可以只写情况说明；对记录有异议的，请在告知得分后提出申诉。`,
});

export const findsGaps = gate<{ findings: readonly { code: string }[] }>({
  id: 'finds-gaps',
  holds: ({ facts, input }) =>
    (input.findings ?? []).every(({ code }) =>
      (facts.gaps ?? []).some((gap) => gap.code === code && gap.kind === 'evidence'),
    ),
  basis,
  say: '核验结果中有不靠材料计分的指标：数据指标由系统计分，评议指标由评议人员打分，请去掉后再提交。',
});

export const judgedAt = (facts: UnitAssessmentFacts): boolean =>
  (facts.gaps ?? []).some(({ kind }) => kind === 'reviewers');

export const marksFit = gate<{
  opened: readonly GivenMark[];
  salts: readonly { round: Round; salt: string }[];
}>({
  id: 'marks-as-given',
  holds: ({ facts, input }) => {
    const digests = { first: facts.firstDigest, second: facts.secondDigest, third: facts.thirdDigest };
    return (['first', 'second', 'third'] as const).every((round) => {
      const digest = digests[round];
      const salt = input.salts?.find((entry) => entry.round === round)?.salt;
      if (digest === undefined) return salt === undefined;
      return (
        salt !== undefined &&
        digestOfMarks(
          salt,
          input.opened.filter((mark) => mark.round === round),
        ) === digest
      );
    });
  },
  basis,
  say: '评分与评议人员提交时留存的摘要不一致，不能启封。',
});

export const thirdGiven = gate({
  id: 'third-given',
  holds: ({ facts }) => (facts.apart ?? []).length === 0 || facts.thirdDigest !== undefined,
  basis,
  say: '两名评议人员的评分差距超过方案规定，请先由第三名评议人员评分。',
  early: true,
});

export const everythingScored = gate({
  id: 'everything-scored',
  holds: ({ facts }) => {
    const scored = new Set((facts.items ?? []).map(({ code }) => code));
    return scored.size > 0 && (facts.gaps ?? []).every(({ code }) => scored.has(code));
  },
  basis,
  say: ({ facts }) => {
    const scored = new Set((facts.items ?? []).map(({ code }) => code));
    const open = (facts.gaps ?? []).filter(({ code }) => !scored.has(code)).map(({ code }) => code);
    return open.length === 0
      ? '还没有计分，请先计分再告知。'
      : `还有${open.length}项没有得分（${open.slice(0, 5).join('、')}${open.length > 5 ? '等' : ''}），请先完成核验和评议。`;
  },
  early: true,
});

export const appealInTime = gate({
  id: 'appeal-in-time',
  holds: ({ on, dueOf }) => {
    const due = dueOf('appeal');
    return due === undefined || on <= due;
  },
  basis,
  say: ({ dueOf }) => `申诉已于${dueOf('appeal')}截止。`,
  early: true,
});

export const appealsItems = gate<{ appeals: readonly { code: string }[] }>({
  id: 'appeals-items',
  holds: ({ facts, input }) =>
    (input.appeals ?? []).every(
      ({ code }, at) =>
        (facts.items ?? []).some((item) => item.code === code) &&
        ![...(facts.answered ?? []), ...(facts.appeals ?? [])].some((known) => known.code === code) &&
        input.appeals.findIndex((entry) => entry.code === code) === at,
    ),
  basis,
  say: '申诉的指标应当是本单位已经计分的指标，每项只能申诉一次，请核对指标编号。',
});

/** Nothing was entered, scored or given yet: the scheme may still be called back. */
export const notBegun = gate({
  id: 'not-begun',
  holds: ({ facts }) =>
    [facts.items, facts.verified, facts.explanations].every((known) => (known ?? []).length === 0) &&
    facts.firstDigest === undefined,
  basis,
  say: '考核已经开始（计分、核验、评议或者单位已补充说明），方案不能撤销。对得分有异议的，在告知得分后申诉；方案需要调整的，写入下一年度的方案。',
  early: true,
});

const codesOf = (rows: readonly { readonly code: string }[] | undefined): string[] =>
  (rows ?? []).map(({ code }) => code).sort();

/** Some of several appeals; all of them together are answered by the step that ends the answering. */
export const answersSome = gate<{ replies: readonly { code: string }[] }>({
  id: 'answers-some',
  holds: ({ facts, input }) => {
    const open = codesOf(facts.appeals);
    const given = codesOf(input.replies);
    return (
      new Set(given).size === given.length &&
      given.every((code) => open.includes(code)) &&
      given.length < open.length
    );
  },
  basis,
  say: ({ facts }) =>
    `待答复的申诉是${codesOf(facts.appeals).join('、')}，每项答复一次；全部答复的，请用“答复申诉”。`,
});

export const answersAll = gate<{ replies: readonly { code: string }[] }>({
  id: 'answers-all',
  holds: ({ facts, input }) => codesOf(facts.appeals).join() === codesOf(input.replies).join(),
  basis,
  say: ({ facts }) => `申诉应当逐项答复：${(facts.appeals ?? []).map(({ code }) => code).join('、')}。`,
});

export const upheldWithPoints = gate<{
  replies: readonly { code: string; upheld: boolean; points?: string }[];
}>({
  id: 'upheld-with-points',
  holds: ({ facts, input }) =>
    (input.replies ?? []).every(({ code, upheld, points }) => {
      if (!upheld) return points === undefined;
      const item = (facts.items ?? []).find((entry) => entry.code === code);
      const most = item && Number(item.max) > 0 ? Number(item.max) : Number.POSITIVE_INFINITY;
      return points !== undefined && Number(points) >= 0 && Number(points) <= most;
    }),
  basis,
  say: '申诉成立的，请填写调整后的得分，不能超过该项分值；不成立的，不填调整后的得分。',
});

export const appealsOver = gate({
  id: 'appeals-over',
  holds: ({ on, dueOf }) => on > (dueOf('appeal') ?? ''),
  basis,
  say: ({ dueOf }) => `申诉期到${dueOf('appeal')}为止，期满后才能确定结果。`,
  early: true,
});

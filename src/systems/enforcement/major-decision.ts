import type { LegalDate } from '../../kernel/dates.ts';
import { lawBook } from '../../law/index.ts';

/** Why an enforcement decision may not be made before its legality has been reviewed. */
export const majorGrounds = {
  'public-interest': '涉及重大公共利益',
  'major-rights': '直接关系当事人或者第三人重大权益',
  complex: '案件情况疑难复杂、涉及多个法律关系',
  catalogue: '列入本单位重大执法决定法制审核目录',
} as const;
export type MajorGround = keyof typeof majorGrounds;

export interface MajorQuestions {
  readonly publicInterest?: boolean | undefined;
  readonly majorRights?: boolean | undefined;
  readonly complex?: boolean | undefined;
  /** A hearing was held on the decision. */
  readonly heard: boolean;
  /** The unit's published catalogue names decisions of this kind or amount. */
  readonly inCatalogue: boolean;
}

type Asks = { readonly [ground in MajorGround]?: (q: MajorQuestions) => boolean | undefined };

/** What makes a decision major, by the provision that says so; the first one in force on the day governs. */
const regimes: readonly { readonly provision: string; readonly asks: Asks }[] = [
  {
    // 行政处罚法（2021年修订） art. 58: major rights count only where a hearing was held.
    provision: 'CF1-27',
    asks: {
      'public-interest': (q) => q.publicInterest,
      'major-rights': (q) => q.majorRights && q.heard,
      complex: (q) => q.complex,
      catalogue: (q) => q.inCatalogue,
    },
  },
  {
    // 国办发〔2018〕118号 (十一): major rights and hearings each by itself.
    provision: 'S3-08',
    asks: {
      'public-interest': (q) => q.publicInterest,
      'major-rights': (q) => q.majorRights || q.heard,
      complex: (q) => q.complex,
      catalogue: (q) => q.inCatalogue,
    },
  },
  {
    // 行政处罚法（2017年修正） art. 38(3): complex cases and grave violations that call for a heavier penalty.
    provision: 'CF0-06',
    asks: { 'major-rights': (q) => q.majorRights, complex: (q) => q.complex },
  },
];

/** The grounds that make a decision major on that day; none before 2018, when no law asked for a review. */
export function majorGroundsOn(on: LegalDate, questions: MajorQuestions): MajorGround[] {
  const asks = regimes.find(({ provision }) => lawBook.inForce(provision, on))?.asks ?? {};
  return (Object.keys(majorGrounds) as MajorGround[]).filter((ground) => asks[ground]?.(questions));
}

import type { LegalDate } from '../../kernel/dates.ts';

/** What an escalation waits for. */
export const waitingNames = {
  answer: '待单位反馈',
  late: '逾期未反馈',
  review: '待审核反馈',
  talk: '待约谈',
  'talk-late': '逾期未约谈',
  next: '待采取下一级措施',
  resolved: '整改到位',
} as const;
export type Waiting = keyof typeof waitingNames;

export interface EscalationStanding {
  readonly stage: string;
  /** The unit has answered and nobody has looked at it. */
  readonly answered: boolean;
  /** Day by which the unit answers or puts right, or of the talk; null where none runs. */
  readonly by: LegalDate | null;
}

/** An answer and the talk are the office's; a day that ran out is the unit's delay; after a talk the office goes on. */
export function waitingFor({ stage, answered, by }: EscalationStanding, today: LegalDate): Waiting {
  if (stage === 'resolved') return 'resolved';
  if (answered) return 'review';
  if (stage === 'summoned') return by !== null && by < today ? 'talk-late' : 'talk';
  if (by === null) return stage === 'talked' ? 'next' : 'answer';
  return by < today ? 'late' : 'answer';
}

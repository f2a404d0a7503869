/** What the party of a decision must be told about its remedies (行政处罚法 art. 59(5), 行政许可法 art. 38). */
export interface Remedies {
  /** Review body, e.g. the people's government of the district (行政复议法 art. 24). */
  readonly reviewBody: string;
  /** Days to apply for review (行政复议法 art. 20: 60 days unless a statute gives longer). */
  readonly reviewDays: number;
  /** Court of first instance. */
  readonly court: string;
  /** Months to sue without review (行政诉讼法 art. 46: six). */
  readonly litigationMonths: number;
  /** Review must come before suit, e.g. a penalty imposed on the spot (行政复议法 art. 23). */
  readonly reviewFirst?: boolean;
  /** Days to sue after a review decision (行政诉讼法 art. 45: 15). Needed where review comes first. */
  readonly suitAfterReviewDays?: number;
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The paragraph of remedies at the foot of an instrument, starting `如不服…`; `act` is e.g. 本处罚决定. */
export function remediesParagraph(act: string, remedies: Remedies): string {
  const review = `自收到本文书之日起${remedies.reviewDays}日内向${remedies.reviewBody}申请行政复议`;
  if (!remedies.reviewFirst) {
    const months = MONTHS[remedies.litigationMonths - 1] ?? String(remedies.litigationMonths);
    return `如不服${act}，可以${review}，也可以自收到本文书之日起${months}个月内依法向${remedies.court}提起行政诉讼。`;
  }
  if (remedies.suitAfterReviewDays === undefined) {
    throw new RangeError('review before suit needs the days to sue after the review decision');
  }
  return (
    `如不服${act}，应当先${review}；对行政复议决定仍不服的，可以自收到行政复议决定书之日起` +
    `${remedies.suitAfterReviewDays}日内依法向${remedies.court}提起行政诉讼。`
  );
}

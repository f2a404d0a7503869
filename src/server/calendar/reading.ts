import { z } from 'zod';
import type { calendar } from '../../client/contract/calendar.ts';
import { singleDays } from '../../kernel/calendar/amendment.ts';
import { checkedNotice, type HolidayNotice } from '../../kernel/calendar/notice.ts';
import { parseNotice } from '../../kernel/calendar/parse-amendment.ts';
import { refuse } from '../http/problem.ts';

type Given = Omit<z.output<(typeof calendar)['calendar.enter']['body']>, 'dryRun'>;

/** The notice that was handed in: as text, as JSON, or day by day. Throws RefusedError where it does not fit. */
export function readNotice({ text, amendment }: Given): HolidayNotice {
  if (amendment !== undefined && text === undefined) {
    const { days, number, ...named } = amendment;
    return checkedNotice({ ...named, ...(number ? { number } : {}), ...singleDays(days) });
  }
  if (text === undefined || amendment !== undefined) {
    return refuse('invalid', 'calendar.notice', '请粘贴通知原文，或者逐日填写调整的日期，二者填一项。');
  }
  return text.trimStart().startsWith('{') ? structured(text) : parseNotice(text);
}

const day = z.iso.date();
const shape = z.strictObject({
  year: z.int(),
  source: z.string(),
  number: z.string().optional(),
  amends: z.string().optional(),
  holidays: z.array(z.strictObject({ name: z.string(), from: day, to: day })),
  workdays: z.array(day),
});

function structured(text: string): HolidayNotice {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('invalid', 'calendar.notice', '内容以“{”开头但不是有效的JSON，请粘贴通知原文。');
  }
  const read = shape.safeParse(value);
  if (!read.success) {
    return refuse(
      'invalid',
      'calendar.notice',
      'JSON应当有year、source、holidays（name、from、to）和workdays，调整通知另有amends（被调整的通知）和number（文号），日期写成2024-09-27。',
      read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    );
  }
  const { number, amends, ...notice } = read.data;
  return checkedNotice({
    ...notice,
    ...(number === undefined ? {} : { number }),
    ...(amends === undefined ? {} : { amends }),
  });
}

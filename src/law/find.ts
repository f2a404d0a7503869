import { limitText } from '../kernel/clock/explain.ts';
import { citation, type Provision } from '../kernel/clock/law.ts';
import { chineseDate } from '../kernel/dates.ts';

/** Whether every word of the query stands somewhere in what is known of the provision. */
export function isAbout(provision: Provision, query: string): boolean {
  const { id, system, rule, startsWith = '', endsWith = '' } = provision;
  const text = [id, system, citation(provision), rule, startsWith, endsWith, periodText(provision)]
    .join(' ')
    .toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `7个工作日`, `不少于5日`, `每年3月31日前`. */
export function periodText({ limit, sense, fixedDue }: Provision): string {
  if (limit) return `${sense === 'at-least' ? '不少于' : ''}${limitText(limit)}`;
  if (fixedDue?.every === 'year') {
    const { month, day, nextYear } = fixedDue;
    // A law that says before 1 March names the last day of February, whichever that is.
    const last = day > new Date(Date.UTC(2023, month, 0)).getUTCDate() ? '月底前' : `月${day}日前`;
    return `${nextYear ? '次年' : '每年'}${month}${last}`;
  }
  return fixedDue ? `${chineseDate(fixedDue.date)}前` : '';
}

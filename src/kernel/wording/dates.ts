import { dayNumber, type LegalDate } from '../dates.ts';
import { chineseOrdinal, digitByDigit } from './numerals.ts';

/**
 * `二〇二四年九月二十七日`, the form of formal instruments and certificates. Official papers write Arabic digits
 * instead (GB/T 9704-2012, 7.3.5.4): see `chineseDate` in the kernel's dates.
 * Throws RangeError on anything that is not a real date.
 */
export function capitalDate(date: LegalDate): string {
  dayNumber(date);
  const [year, month, day] = date.split('-') as [string, string, string];
  return `${digitByDigit(year)}年${chineseOrdinal(Number(month))}月${chineseOrdinal(Number(day))}日`;
}

import { day } from '../format.ts';

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The legal day of an instant, as it is written: `2024年9月27日`. */
export function shanghaiDay(instant: string): string {
  return day(shanghai.format(new Date(instant)));
}

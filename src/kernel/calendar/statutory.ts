import { addDays, type LegalDate } from '../dates.ts';

/**
 * Days that move with the lunar calendar: first day of the first month (春节), Qingming, fifth of the fifth
 * (端午), fifteenth of the eighth (中秋). Astronomical facts; a year outside the table has none.
 */
const movable: { readonly [year: number]: string } = {
  2008: '02-07 04-04 06-08 09-14',
  2009: '01-26 04-04 05-28 10-03',
  2010: '02-14 04-05 06-16 09-22',
  2011: '02-03 04-05 06-06 09-12',
  2012: '01-23 04-04 06-23 09-30',
  2013: '02-10 04-04 06-12 09-19',
  2014: '01-31 04-05 06-02 09-08',
  2015: '02-19 04-05 06-20 09-27',
  2016: '02-08 04-04 06-09 09-15',
  2017: '01-28 04-04 05-30 10-04',
  2018: '02-16 04-05 06-18 09-24',
  2019: '02-05 04-05 06-07 09-13',
  2020: '01-25 04-04 06-25 10-01',
  2021: '02-12 04-04 06-14 09-21',
  2022: '02-01 04-05 06-03 09-10',
  2023: '01-22 04-05 06-22 09-29',
  2024: '02-10 04-04 06-10 09-17',
  2025: '01-29 04-04 05-31 10-06',
  2026: '02-17 04-05 06-19 09-25',
  2027: '02-06 04-05 06-09 09-15',
  2028: '01-26 04-04 05-28 10-03',
  2029: '02-13 04-04 06-16 09-22',
  2030: '02-03 04-05 06-05 09-12',
  2031: '01-23 04-05 06-24 10-01',
  2032: '02-11 04-04 06-12 09-19',
  2033: '01-31 04-04 06-01 09-08',
  2034: '02-19 04-05 06-20 09-27',
  2035: '02-08 04-05 06-10 09-16',
  2036: '01-28 04-04 05-30 10-04',
  2037: '02-15 04-04 06-18 09-24',
  2038: '02-04 04-05 06-07 09-13',
  2039: '01-24 04-05 05-27 10-02',
  2040: '02-12 04-04 06-14 09-20',
};

/** Version of the days below, part of a calendar's version. */
export const statutoryTable = 1;

/**
 * The statutory holidays of a year by 全国年节及纪念日放假办法 alone, without any adjustment: 11 days up to
 * 2024; 13 from 2025 on, when New Year's Eve of the lunar year and May 2 came in. Days that coincide count once.
 */
export function statutoryHolidays(year: number): ReadonlyMap<LegalDate, string> {
  const days = new Map<LegalDate, string>();
  const put = (date: LegalDate, name: string, count = 1): void => {
    for (let i = 0; i < count; i += 1) {
      days.set(addDays(date, i), name);
    }
  };
  const since2025 = year >= 2025;
  put(`${year}-01-01`, '元旦');
  put(`${year}-05-01`, '劳动节', since2025 ? 2 : 1);
  const [spring, qingming, dragonBoat, midAutumn] = movable[year]?.split(' ') ?? [];
  if (spring && qingming && dragonBoat && midAutumn) {
    // Up to 2013 the three days began on the eve; from 2014 they begin on the first day.
    const eve = since2025 || year < 2014;
    put(addDays(`${year}-${spring}`, eve ? -1 : 0), '春节', since2025 ? 4 : 3);
    put(`${year}-${qingming}`, '清明节');
    put(`${year}-${dragonBoat}`, '端午节');
    put(`${year}-${midAutumn}`, '中秋节');
  }
  put(`${year}-10-01`, '国庆节', 3);
  return days;
}

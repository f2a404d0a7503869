import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import type { Sql } from '../../store/connection.ts';
import type { FormItem, ReturnForm } from '../../yearly/returns/form.ts';
import type { Session } from '../session.ts';

export const REGION = '990188';
export const OFFICE = 'office';

/** Code of the n-th unit. */
export const unitCode = (n: number): string => `u${String(n + 1).padStart(2, '0')}`;

/** So many units with a liaison and a head each, and a legal office of two clerks and a head. */
export async function seedOffices(sql: Sql, count: number): Promise<void> {
  await sql`insert into region ${sql({ code: REGION, name: '试验区' })}`;
  const codes = [OFFICE, ...Array.from({ length: count }, (_, n) => unitCode(n))];
  const staff = codes.flatMap((unit): [string, string, PostKindId][] =>
    unit === OFFICE
      ? [
          ['clerk', unit, 'legal-office'],
          ['second', unit, 'legal-office'],
          ['chief', unit, 'legal-office-head'],
        ]
      : [
          [`liaison-${unit}`, unit, 'liaison'],
          [`head-${unit}`, unit, 'unit-head'],
        ],
  );
  await sql`insert into unit ${sql(
    codes.map((code) => ({
      region: REGION,
      code,
      name: `试验${code}局`,
      short_name: `${code}局`,
      class: 'department',
      from_date: '2000-01-01',
    })),
  )}`;
  await sql`insert into person ${sql(
    staff.map(([id, unit]) => ({ region: REGION, id, name: id, unit, active: true, pinyin: '' })),
  )}`;
  const posts = new Map(staff.map(([, unit, kind]) => [`${unit}-${kind}`, { unit, kind }]));
  await sql`insert into post ${sql(
    [...posts].map(([id, { unit, kind }]) => ({
      region: REGION,
      id,
      unit,
      kind,
      name: postKinds[kind].name,
    })),
  )}`;
  await sql`insert into holding ${sql(
    staff.map(([person, unit, kind]) => ({
      region: REGION,
      person,
      post: `${unit}-${kind}`,
      from_date: '2000-01-01',
      acting: false,
    })),
  )}`;
}

/** Signed in as this person, in the post of the kind in the unit. */
export function sessionOf(person: string, unit: string, kind: PostKindId): Session {
  const post = {
    id: `${unit}-${kind}`,
    name: postKinds[kind].name,
    kind,
    unit,
    unitName: unit,
    acting: false,
    until: null,
  };
  return {
    id: person,
    region: REGION,
    person: { id: person, name: person },
    posts: [post],
    acting: post,
    mustChangePassword: false,
  };
}
export const clerk = (person = 'clerk'): Session => sessionOf(person, OFFICE, 'legal-office');
export const liaison = (unit: string): Session => sessionOf(`liaison-${unit}`, unit, 'liaison');
export const head = (unit: string): Session => sessionOf(`head-${unit}`, unit, 'unit-head');

export function item(code: string, over: Partial<FormItem> = {}): FormItem {
  return {
    code,
    name: `指标${code}`,
    unit: '件',
    definition: '',
    measure: 'flow',
    decimals: 0,
    required: true,
    jump: '0.5',
    jumpFloor: '10',
    ...over,
  };
}

/** A monthly form of so many items: totals of three, subsets, levels, year-to-date and amounts. */
export function largeForm(count: number): ReturnForm {
  const items = Array.from({ length: count }, (_, n): FormItem => {
    const code = `M${String(n + 1).padStart(3, '0')}`;
    const at = (back: number) => `M${String(n + 1 - back).padStart(3, '0')}`;
    switch (n % 6) {
      case 2:
        return item(code, { sum: `${at(1)}+${at(2)}` });
      case 3:
        return item(code, { within: at(1) });
      case 4:
        return item(code, { measure: 'stock', unit: '人' });
      case 5:
        return item(code, { measure: 'cumulative', unit: '元', decimals: 2 });
      default:
        return item(code);
    }
  });
  return { code: 'M', name: '试验月报', periodKind: 'month', note: '', items };
}

/** A value for each item that passes all checks against the month before it, if that was made by this too. */
export function goodValues(form: ReturnForm, unit: number, month: number): { code: string; value: string }[] {
  const base = (n: number) => 40 + ((unit * 7 + n * 3) % 20) + (month % 3);
  return form.items.map(({ code, measure, decimals, sum, within }, n) => {
    if (sum !== undefined) return { code, value: String(base(n - 1) + base(n - 2)) };
    if (within !== undefined) return { code, value: String(base(n - 3)) };
    if (measure === 'cumulative') return { code, value: (base(n) * month + 0.25).toFixed(decimals) };
    return { code, value: String(base(n)) };
  });
}

import { writeXlsx } from 'hucre';
import { chineseDate } from '../../../kernel/dates.ts';
import { shanghaiTime } from './shanghai-time.ts';
import type { ShownPerson } from './shown-person.ts';

const HEAD = [
  '姓名',
  '单位',
  '状态',
  '登录名',
  '密码',
  '动态口令',
  '最近登录',
  '在任和待任岗位',
  '已结束的岗位',
];

/** Who has which account and which posts, for the yearly review of accounts (账户清理). */
export function peopleWorkbook(people: readonly ShownPerson[]): Promise<Uint8Array> {
  const rows = people.map((person) => [
    person.name,
    person.unitName,
    [person.active ? '在用' : '已停用', person.locked ? '已锁定' : ''].filter(Boolean).join('，'),
    person.login ?? '',
    person.hasPassword ? '已设' : '未设',
    person.secondFactor ? '已绑定' : '',
    person.lastSignIn ? shanghaiTime(person.lastSignIn) : '从未登录',
    holdingsOf(person, ({ state }) => state !== 'past'),
    holdingsOf(person, ({ state }) => state === 'past'),
  ]);
  return writeXlsx({ sheets: [{ name: '人员和账户', rows: [HEAD, ...rows] }] });
}

type Holding = ShownPerson['holdings'][number];

function holdingsOf({ holdings }: ShownPerson, wanted: (holding: Holding) => boolean): string {
  return holdings.filter(wanted).map(holdingText).join('；');
}

function holdingText({ unitName, postName, acting, from, to }: Holding): string {
  const until = to ? `至${chineseDate(to)}` : '起';
  return `${unitName}${postName}${acting ? '（代理）' : ''}，${chineseDate(from)}${until}`;
}

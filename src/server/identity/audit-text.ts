import { contract, type RouteName } from '../../client/contract/index.ts';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import type { AuditIds } from '../../store/identity/audit-names.ts';

/** A line of the audit as far as its words go. */
export interface AuditWords {
  readonly kind: string;
  readonly detail: string;
}

/** Names for the ids of a line; an id without one stands for itself. */
export interface AuditNaming {
  /** Persons, posts, units, matters. */
  readonly named: ReadonlyMap<string, string>;
  /** Procedures, lists and indicators. */
  readonly thing: (id: string) => string | undefined;
}

const MATTER = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** The ids that the lines tell, for their names to be looked up. */
export function idsIn(lines: readonly AuditWords[]): AuditIds {
  const found = { persons: new Set<string>(), posts: new Set<string>(), units: new Set<string>() };
  const matters = new Set<string>();
  for (const { kind, detail } of lines) {
    const { person, post, unit } = partsOf(detail);
    if (person) found.persons.add(person);
    if (post) found.posts.add(post);
    if (unit) found.units.add(unit);
    if (kind === 'post-switched') found.posts.add(detail.replace(/^from /, ''));
    if (kind !== 'administered') for (const [id] of detail.matchAll(MATTER)) matters.add(id);
  }
  const [persons, posts, units] = [found.persons, found.posts, found.units].map((ids) => [...ids]);
  return { persons: persons!, posts: posts!, units: units!, matters: [...matters] };
}

/** What a line of the audit says, in the words of those who read it. */
export function auditText({ kind, detail }: AuditWords, naming: AuditNaming): string {
  return says[kind]?.(detail, naming) ?? detail;
}

type Say = (detail: string, naming: AuditNaming) => string;

const entrances: Readonly<Record<string, string>> = {
  password: '用密码',
  link: '用一次性登录链接',
  'second-factor': '用动态口令',
  'new-password': '设置新密码后继续',
};
const failures: Readonly<Record<string, string>> = {
  password: '密码不正确',
  link: '登录链接无效、已使用或已过期',
  code: '动态口令不正确或已经用过',
  'change-password': '修改密码时，现在的密码不正确',
};

/** Acts of administration by the names they are written under; `of` brings what they concern. */
const acts: Readonly<Record<string, (of: Record<string, string>) => string>> = {
  'people.create': (of) => `新增人员${of.person}，所在单位：${of.unit}`,
  'people.update': (of) => `修改${of.person}的信息，所在单位：${of.unit}`,
  'people.disable': (of) => `停用${of.person}`,
  'people.enable': (of) => `恢复${of.person}`,
  'holdings.grant': (of) => `授予${of.person}岗位：${of.post}，${of.span}`,
  'holdings.end': (of) => `结束${of.person}的任职：${of.post}，${of.last}`,
  'posts.create': (of) => `设置岗位：${of.post}`,
  'posts.rename': (of) => `修改岗位名称：${of.post}`,
  'units.create': (of) => `新增单位：${of.unit}`,
  'units.update': (of) => `修改单位信息：${of.unit}`,
  'accounts.unlock': (of) => `解除${of.person}的账户锁定`,
  'accounts.resetPassword': (of) => `作废${of.person}的密码`,
  'accounts.resetSecondFactor': (of) => `解除${of.person}的动态口令绑定`,
  'accounts.endSessions': (of) => `结束${of.person}的全部登录`,
};

const says: Readonly<Record<string, Say>> = {
  'signed-in': (detail) => entrances[detail] ?? detail,
  'first-factor': (detail) => entrances[detail] ?? detail,
  'sign-in-failed': (detail) => failures[detail] ?? detail,
  locked: (detail) => `连续不正确：${failures[detail] ?? detail}`,
  'session-ended': () => '超过时限未操作，或者不再担任当时的岗位',
  restored: (detail) => {
    const [, taken = '', sessions, links] = /^(\S+) sessions=(\d+) links=(\d+)$/.exec(detail) ?? [];
    return `${chineseDate(legalDateOf(taken))}的备份；作废其中未到期的登录${sessions}个、一次性登录链接${links}个`;
  },
  'post-switched': (detail, { named }) => {
    const post = detail.replace(/^from /, '');
    return `原岗位：${named.get(post) ?? post}`;
  },
  'link-issued': (detail, naming) => `发给${concerned(detail, naming).person ?? detail}`,
  refused: refusedText,
  administered: administeredText,
  exported: countedText,
  imported: countedText,
  downloaded: (detail, naming) => `办件${matterIn(detail, naming)}的附件`,
  document: (detail, naming) => `${thingIn(detail, naming)}，办件${matterIn(detail, naming)}`,
  'opened-personal': (detail, naming) => `${thingIn(detail, naming)}，办件${matterIn(detail, naming)}`,
  'calendar-entered': (detail) => {
    const [year, changed = '', number] = detail.split(' ');
    const [moved, clocks] = changed.split('/');
    return `${year}年${number ? `（${number}）` : ''}；重新计算${clocks ?? '—'}个期限，其中${moved}个到期日有变化`;
  },
};

/** A refusal names a route and the rule that refused. */
function refusedText(detail: string): string {
  const [route = '', ...rest] = detail.split(' ');
  if (route === 'file.read') return '下载无权查看的附件';
  if (route === 'file.use') return '使用他人上传、自己无权查看的附件';
  if (!(route in contract)) return detail;
  return `${contract[route as RouteName].summary}（${rest.join(' ')}）`;
}

function administeredText(detail: string, naming: AuditNaming): string {
  const [act = ''] = detail.split(' ');
  const say = acts[act];
  if (!say) return detail;
  return `${say(concerned(detail, naming))}${detail.endsWith(' by=operator') ? '（在服务器上办理）' : ''}`;
}

/** `<what> <how many>`: a procedure, a list, an indicator, the audit itself. */
function countedText(detail: string, naming: AuditNaming): string {
  const [id = '', ...rest] = detail.split(' ');
  const what = id === 'audit' ? '审计记录' : id === 'people' ? '人员和账户' : naming.thing(id);
  if (!what) return detail;
  const told = rest.map((word, index) =>
    index === rest.length - 1 && /^\d+$/.test(word) ? `${word}条` : (naming.named.get(word) ?? word),
  );
  return [what, ...told].join('，');
}

function thingIn(detail: string, { thing }: AuditNaming): string {
  const [id = ''] = detail.split(' ');
  return thing(id) ?? id;
}

function matterIn(detail: string, { named }: AuditNaming): string {
  const [id] = detail.match(MATTER) ?? [''];
  return named.get(id) ?? id;
}

/** `person=… post=… unit=…` and the days of a holding, by name. */
function partsOf(detail: string): Record<string, string> {
  return Object.fromEntries([...detail.matchAll(/(\w+)=(\S*)/g)].map(([, name, value]) => [name!, value!]));
}

function concerned(detail: string, { named }: AuditNaming): Record<string, string> {
  const parts = partsOf(detail);
  const [, from, to] = detail.match(/ (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)?/) ?? [];
  const until = to ? `至${chineseDate(to)}` : '';
  const acting = / acting\b/.test(detail) ? '，代理' : '';
  return {
    ...Object.fromEntries(Object.entries(parts).map(([name, id]) => [name, named.get(id) ?? id])),
    ...(from ? { span: `${chineseDate(from)}起${until}${acting}` } : {}),
    ...(parts.last ? { last: `最后一日${chineseDate(parts.last)}` } : {}),
  };
}

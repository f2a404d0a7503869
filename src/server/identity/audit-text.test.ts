import { expect, it } from 'vitest';
import { auditText, idsIn } from './audit-text.ts';

const MATTER = '01920f3a-1111-7abc-8def-0123456789ab';
const named = new Map([
  ['p1', '赵一一'],
  ['o1', '法制办审核岗'],
  ['u1', '法制办公室'],
  [MATTER, 'XK-2024-1'],
]);
const things: Readonly<Record<string, string>> = { licence: '行政许可', powers: '行政权力事项清单' };
const naming = { named, thing: (id: string) => things[id] };

it.each([
  ['signed-in', 'second-factor', '用动态口令'],
  ['sign-in-failed', 'code', '动态口令不正确或已经用过'],
  ['locked', 'password', '连续不正确：密码不正确'],
  ['session-ended', 'time or post ran out', '超过时限未操作，或者不再担任当时的岗位'],
  ['post-switched', 'from o1', '原岗位：法制办审核岗'],
  ['link-issued', 'person=p1', '发给赵一一'],
  ['administered', 'people.create person=p1 unit=u1', '新增人员赵一一，所在单位：法制办公室'],
  [
    'administered',
    'holdings.grant person=p1 post=o1 2024-09-27..2024-12-31 acting',
    '授予赵一一岗位：法制办审核岗，2024年9月27日起至2024年12月31日，代理',
  ],
  [
    'administered',
    'holdings.end person=p1 post=o1 last=2024-12-31',
    '结束赵一一的任职：法制办审核岗，最后一日2024年12月31日',
  ],
  ['administered', 'accounts.resetPassword person=p1 by=operator', '作废赵一一的密码（在服务器上办理）'],
  ['refused', 'people.create server.access', '新增人员和账户，取得一次性登录链接（server.access）'],
  ['refused', `file.use files.others ${'a'.repeat(64)}`, '使用他人上传、自己无权查看的附件'],
  ['exported', 'audit 23', '审计记录，23条'],
  ['exported', 'licence 2000', '行政许可，2000条'],
  ['imported', 'powers 12', '行政权力事项清单，12条'],
  ['downloaded', `${MATTER} ${'a'.repeat(64)}`, '办件XK-2024-1的附件'],
  ['opened-personal', `licence ${MATTER}`, '行政许可，办件XK-2024-1'],
  [
    'restored',
    '2026-05-01T02:00:00.000Z sessions=3 links=1',
    '2026年5月1日的备份；作废其中未到期的登录3个、一次性登录链接1个',
  ],
  ['calendar-entered', '2026 5/30', '2026年；重新计算30个期限，其中5个到期日有变化'],
  [
    'calendar-entered',
    '2026 5/30 国办示例〔2026〕9号',
    '2026年（国办示例〔2026〕9号）；重新计算30个期限，其中5个到期日有变化',
  ],
])('%s %s: %s', (kind, detail, text) => {
  expect(auditText({ kind, detail }, naming)).toBe(text);
});

it('shows what it does not know as it is kept', () => {
  expect(auditText({ kind: 'administered', detail: 'moons.count moon=1' }, naming)).toBe(
    'moons.count moon=1',
  );
  expect(auditText({ kind: 'new', detail: 'x' }, naming)).toBe('x');
  expect(auditText({ kind: 'link-issued', detail: 'person=p9' }, naming)).toBe('发给p9');
});

it('knows which names to ask for', () => {
  const lines = [
    { kind: 'administered', detail: 'holdings.grant person=p1 post=o1 2024-09-27..' },
    { kind: 'administered', detail: 'people.create person=p2 unit=u1' },
    { kind: 'post-switched', detail: 'from o2' },
    { kind: 'downloaded', detail: `${MATTER} ${'a'.repeat(64)}` },
  ];
  expect(idsIn(lines)).toEqual({
    persons: ['p1', 'p2'],
    posts: ['o1', 'o2'],
    units: ['u1'],
    matters: [MATTER],
  });
});

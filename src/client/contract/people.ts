import { z } from 'zod';
import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import { get, legalDate, paging, post, put } from './endpoint.ts';
import { ofUnit, xlsx } from './shapes.ts';
import { unitChoice } from './unit-choice.ts';

const postKind = z.enum(Object.keys(postKinds) as [PostKindId, ...PostKindId[]]);
const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(100);
const flagText = z.enum(['true', 'false']).transform((value) => value === 'true');

const person = z.strictObject({
  name: z.string().trim().min(1).max(50),
  unit: id,
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9._-]{2,31}$/,
      '登录名为3至32个小写字母、数字、点、横线或下划线，以字母或数字开头。',
    ),
});

/** A one-time sign-in link: to be put behind the address of the server and handed to the person alone. */
const link = z.object({ path: z.string(), expiresAt: z.string() });
const done = z.object({ message: z.string() });
const onPerson = { params: z.object({ person: id }) };

const peopleQuery = z.object({
  /** Name, beginning of its pinyin or initials, or login. */
  q: z.string().trim().max(50).optional(),
  unit: id.optional(),
  /** Holds a post of this kind, today. */
  kind: postKind.optional(),
  active: flagText.optional(),
});

const people = {
  'people.list': get('/api/admin/people', {
    summary: '人员、账户和岗位',
    access: ['security-administrator'],
    query: peopleQuery.extend(paging),
    response: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          ...ofUnit,
          active: z.boolean(),
          login: z.string().nullable(),
          hasPassword: z.boolean(),
          secondFactor: z.boolean(),
          locked: z.boolean(),
          /** Sessions that are open at present. */
          signedIn: z.boolean(),
          /** Instant of the last sign-in; null where there was none. */
          lastSignIn: z.string().nullable(),
          holdings: z.array(
            z.object({
              post: z.string(),
              postName: z.string(),
              kind: z.string(),
              kindName: z.string(),
              unitName: z.string(),
              from: z.string(),
              to: z.string().nullable(),
              acting: z.boolean(),
              state: z.enum(['present', 'future', 'past']),
            }),
          ),
        }),
      ),
      total: z.number(),
    }),
  }),
  'people.export': get('/api/admin/people/export.xlsx', {
    summary: '人员、账户和岗位导出为Excel',
    access: ['security-administrator'],
    query: peopleQuery,
    file: xlsx,
  }),
  'people.create': post('/api/admin/people', {
    summary: '新增人员和账户，取得一次性登录链接',
    access: ['security-administrator'],
    body: person,
    response: z.object({ person: z.string(), link, message: z.string() }),
  }),
  'people.update': put('/api/admin/people/{person}', {
    summary: '修改姓名、单位、登录名',
    access: ['security-administrator'],
    ...onPerson,
    body: person,
    response: done,
  }),
  'people.disable': post('/api/admin/people/{person}/disable', {
    summary: '停用人员，立即结束其登录',
    access: ['security-administrator'],
    ...onPerson,
    response: done,
  }),
  'people.enable': post('/api/admin/people/{person}/enable', {
    summary: '恢复人员',
    access: ['security-administrator'],
    ...onPerson,
    response: done,
  }),
};

const posts = {
  'posts.list': get('/api/admin/posts', {
    summary: '岗位和现任人员',
    access: ['security-administrator'],
    query: z.object({ unit: id.optional() }),
    response: z.object({
      posts: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          kindName: z.string(),
          ...ofUnit,
          holders: z.array(z.string()),
        }),
      ),
      /** Kinds a post can be of. */
      kinds: z.array(z.object({ id: postKind, name: z.string(), administrator: z.boolean() })),
    }),
  }),
  'posts.create': post('/api/admin/posts', {
    summary: '设置岗位',
    access: ['security-administrator'],
    body: z.strictObject({ unit: id, kind: postKind, name }),
    response: z.object({ post: z.string(), message: z.string() }),
  }),
  'posts.rename': put('/api/admin/posts/{post}', {
    summary: '修改岗位名称',
    access: ['security-administrator'],
    params: z.object({ post: id }),
    body: z.strictObject({ name }),
    response: done,
  }),
  'holdings.grant': post('/api/admin/holdings', {
    summary: '任职或代理：授予岗位',
    access: ['security-administrator'],
    body: z.strictObject({
      person: id,
      post: id,
      from: legalDate,
      to: legalDate.optional(),
      acting: z.boolean(),
    }),
    response: done,
  }),
  'holdings.end': post('/api/admin/holdings/end', {
    summary: '结束任职；不写最后一日的立即生效并结束其登录',
    access: ['security-administrator'],
    body: z.strictObject({ person: id, post: id, from: legalDate, lastDay: legalDate.optional() }),
    response: done,
  }),
};

const accounts = {
  'accounts.unlock': post('/api/admin/accounts/{person}/unlock', {
    summary: '解除因多次密码不正确的锁定',
    access: ['security-administrator'],
    ...onPerson,
    response: done,
  }),
  'accounts.resetPassword': post('/api/admin/accounts/{person}/password', {
    summary: '作废密码，发放一次性登录链接',
    access: ['security-administrator'],
    ...onPerson,
    response: z.object({ link, message: z.string() }),
  }),
  'accounts.endSessions': post('/api/admin/accounts/{person}/sessions', {
    summary: '结束此人现有的全部登录',
    access: ['security-administrator'],
    ...onPerson,
    response: done,
  }),
  'accounts.resetSecondFactor': post('/api/admin/accounts/{person}/second-factor', {
    summary: '解除动态口令的绑定（更换设备）',
    access: ['security-administrator'],
    ...onPerson,
    response: done,
  }),
};

const unitFacts = {
  name,
  shortName: z.string().trim().min(1).max(20),
  class: z.string().trim().min(1).max(32),
};

const units = {
  'units.list': get('/api/admin/units', {
    summary: '单位',
    access: ['system-administrator', 'security-administrator'],
    response: z.object({
      units: z.array(unitChoice.extend({ people: z.number() })),
    }),
  }),
  'units.create': post('/api/admin/units', {
    summary: '新增单位',
    access: ['system-administrator'],
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^[\w-]{1,32}$/, '单位代码为1至32个字母、数字、横线或下划线。'),
      ...unitFacts,
      from: legalDate,
    }),
    response: done,
  }),
  'units.update': put('/api/admin/units/{unit}', {
    summary: '修改单位名称、类别，或者登记撤销',
    access: ['system-administrator'],
    params: z.object({ unit: id }),
    /** `to`: last day of a unit that is abolished. */
    body: z.strictObject({ ...unitFacts, to: legalDate.nullable() }),
    response: done,
  }),
};

const auditQuery = z.object({
  /** Name, beginning of its pinyin or initials: what these persons did, and what was done with their accounts. */
  q: z.string().trim().max(50).optional(),
  person: id.optional(),
  kind: z.string().max(32).optional(),
  from: legalDate.optional(),
  to: legalDate.optional(),
});

const audit = {
  'audit.page': get('/api/admin/audit', {
    summary: '审计记录：登录、拒绝、管理、导出',
    access: ['audit-administrator'],
    query: auditQuery.extend(paging),
    response: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          person: z.string().nullable(),
          personName: z.string().nullable(),
          postName: z.string().nullable(),
          kind: z.string(),
          kindName: z.string(),
          /** The line in words, with names. */
          text: z.string(),
          /** The line as it is kept: ids, names of routes and rules. */
          detail: z.string(),
        }),
      ),
      total: z.number(),
      /** The total was counted only so far: there are more. */
      more: z.boolean(),
      kinds: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  'audit.export': get('/api/admin/audit/export.xlsx', {
    summary: '审计记录导出为Excel',
    access: ['audit-administrator'],
    query: auditQuery,
    file: xlsx,
  }),
};

/** People, posts, units, accounts and the audit, each for its own administrator (三员分立). */
export const administration = { ...people, ...posts, ...accounts, ...units, ...audit };

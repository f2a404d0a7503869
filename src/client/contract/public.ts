import { z } from 'zod';
import { basis, get, legalDate, paging, post } from './endpoint.ts';
import { xlsx } from './shapes.ts';

// What anybody may read. Every answer is made of allow-listed fields that the declarations name as public.

const publicSeal = z.object({ number: z.number(), size: z.number(), at: z.string(), anchor: z.string() });

export const publicListInfo = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  basis: z.array(basis),
  /** Items that stand in it today. */
  count: z.number(),
});

const channelInfo = z.object({
  id: z.string(),
  name: z.string(),
  /** Decisions on people and firms, as against plans, reports and answers. */
  enforces: z.boolean(),
  count: z.number(),
});

const disclosureRow = z.object({
  id: z.string(),
  channel: z.string(),
  channelName: z.string(),
  title: z.string(),
  unitName: z.string(),
  publishedOn: z.string(),
  correctedOn: z.string().nullable(),
  /** Whom it concerns and its document number, masked as published; empty where the publication has none. */
  party: z.string(),
  number: z.string(),
});
export type DisclosureRow = z.output<typeof disclosureRow>;

const publicListRow = z.object({
  code: z.string(),
  name: z.string(),
  kindName: z.string(),
  unitName: z.string(),
  status: z.string(),
  statusName: z.string(),
  from: z.string(),
});

const choice = z.object({ value: z.string(), name: z.string(), count: z.number() });

/** A fact of an item: a text, the name of an item of another list, or a table. */
const publicFact = z.object({
  title: z.string(),
  text: z.string(),
  item: z.object({ list: z.string(), code: z.string() }).nullable(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
});
export type PublicFact = z.output<typeof publicFact>;

const change = z.object({ title: z.string(), before: z.string(), after: z.string() });

const listParams = z.object({ list: z.string().max(64) });
const listQuery = z.object({
  /** As of this day; today if absent. */
  on: legalDate.optional(),
  q: z.string().max(100).optional(),
  kind: z.string().max(64).optional(),
  unit: z.string().max(64).optional(),
});
const pages = { ...paging, size: z.coerce.number().int().min(1).max(100).default(20) };

const listRoutes = {
  'public.lists': get('/api/public/lists', {
    summary: '公开：全部清单',
    access: 'public',
    response: z.object({ lists: z.array(publicListInfo) }),
  }),
  'public.list': get('/api/public/lists/{list}', {
    summary: '公开：任意日期的清单',
    access: 'public',
    params: listParams,
    query: listQuery.extend(pages),
    response: z.object({
      list: publicListInfo,
      today: z.string(),
      on: z.string(),
      rows: z.array(publicListRow),
      total: z.number(),
      kinds: z.array(choice),
      units: z.array(choice),
    }),
  }),
  'public.listChanges': get('/api/public/lists/{list}/changes', {
    summary: '公开：清单在两个日期之间的变化',
    access: 'public',
    params: listParams,
    query: z.object({ from: legalDate, to: legalDate, ...pages }),
    response: z.object({
      list: publicListInfo,
      added: z.number(),
      removed: z.number(),
      changed: z.number(),
      total: z.number(),
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          change: z.enum(['added', 'removed', 'changed']),
          operationName: z.string(),
          on: z.string(),
          fields: z.array(change),
        }),
      ),
    }),
  }),
  'public.listItem': get('/api/public/lists/{list}/items/{code}', {
    summary: '公开：清单事项、流程图和变动记录',
    access: 'public',
    params: listParams.extend({ code: z.string().max(64) }),
    query: z.object({ on: legalDate.optional() }),
    response: z.object({
      list: publicListInfo,
      today: z.string(),
      on: z.string(),
      row: publicListRow,
      facts: z.array(publicFact),
      history: z.array(
        z.object({
          on: z.string(),
          operationName: z.string(),
          basisDocument: z.string(),
          changes: z.array(change),
        }),
      ),
      /** Flow chart as SVG; empty where the item states no stages. */
      chart: z.string(),
      /** Code of the service guide made from it; null where there is none. */
      guide: z.string().nullable(),
    }),
  }),
  'public.listExport': get('/api/public/lists/{list}/export.xlsx', {
    summary: '公开：清单下载为Excel',
    access: 'public',
    params: listParams,
    query: listQuery,
    file: xlsx,
  }),
  'public.guide': get('/api/public/guides/{code}', {
    summary: '公开：办事指南',
    access: 'public',
    params: z.object({ code: z.string().max(64) }),
    response: z.object({
      code: z.string(),
      name: z.string(),
      kindName: z.string(),
      suspended: z.boolean(),
      from: z.string(),
      unitName: z.string(),
      phone: z.string(),
      /** The power it is exercised under. */
      power: z.object({ code: z.string(), name: z.string(), legalBasis: z.string() }).nullable(),
      who: z.array(z.string()),
      ways: z.array(z.string()),
      materials: z.array(z.object({ name: z.string(), required: z.boolean(), notes: z.array(z.string()) })),
      legal: z.string(),
      promised: z.string(),
      stages: z.array(z.object({ name: z.string(), days: z.number().nullable() })),
      chart: z.string(),
      fee: z.string(),
      result: z.string(),
      valid: z.string(),
    }),
  }),
};

const disclosureRoutes = {
  'public.disclosures': get('/api/public/disclosures/{channel}', {
    summary: '公开：一个公示栏目',
    access: 'public',
    params: z.object({ channel: z.string().max(64) }),
    query: z.object({
      q: z.string().max(100).optional(),
      unit: z.string().max(64).optional(),
      from: legalDate.optional(),
      to: legalDate.optional(),
      ...pages,
    }),
    response: z.object({
      channel: channelInfo.omit({ count: true }),
      rows: z.array(disclosureRow),
      total: z.number(),
      units: z.array(choice),
    }),
  }),
  'public.disclosure': get('/api/public/disclosures/{channel}/{id}', {
    summary: '公开：一条公示；已撤下的只说明撤下的日期和理由',
    access: 'public',
    params: z.object({ channel: z.string().max(64), id: z.string().max(120) }),
    response: z.object({
      channel: channelInfo.omit({ count: true }),
      standing: z.enum(['published', 'withdrawn', 'expired']),
      /** Empty unless published. */
      title: z.string(),
      unitName: z.string(),
      publishedOn: z.string(),
      correctedOn: z.string().nullable(),
      withdrawnOn: z.string().nullable(),
      expiresOn: z.string().nullable(),
      /** Why it was corrected or withdrawn. */
      reason: z.string(),
      facts: z.array(z.object({ title: z.string(), text: z.string() })),
      /** The seal that covers the act of publication. */
      seal: z.object({ number: z.number(), at: z.string() }).nullable(),
    }),
  }),
};

const trustRoutes = {
  'public.progress': get('/api/public/progress', {
    summary: '公开：凭收件编号查询办理进度，不含个人信息',
    access: 'public',
    query: z.object({ number: z.string().max(64) }),
    response: z.object({
      /** Null for an unknown number as for one that shows no progress. */
      progress: z
        .object({
          number: z.string(),
          procedure: z.string(),
          subject: z.string(),
          steps: z.array(z.object({ name: z.string(), on: z.string() })),
          stages: z.array(z.string()),
          /** What waits for whoever asked, by the limits that bind him. */
          awaited: z.array(z.object({ name: z.string(), due: z.string() })),
          /** By when an answer can be expected; null where none is awaited any more. */
          expected: z
            .object({
              due: z.string(),
              promised: z.string().nullable(),
              provisional: z.boolean(),
              paused: z.boolean(),
            })
            .nullable(),
          outcome: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
  'public.seal': get('/api/public/seal', {
    summary: '公开：最新的封存',
    access: 'public',
    response: z.object({ seal: publicSeal.nullable() }),
  }),
  'public.verify': post('/api/public/verify', {
    summary: '公开：验真封存凭据或者留痕证明',
    access: 'public',
    body: z.strictObject({ text: z.string().max(200_000) }),
    response: z.object({
      standing: z.enum(['genuine', 'differs', 'unreadable']),
      /** What was read and found, in plain sentences. */
      sentences: z.array(z.string()),
      /** The same for those who want to compute it themselves. */
      details: z.array(z.object({ title: z.string(), text: z.string() })),
      /** The seal here that it speaks of. */
      seal: publicSeal.nullable(),
    }),
  }),
  'public.sealText': get('/api/public/seals/{number}/proof.txt', {
    summary: '公开：一次封存的原文，和它至今没有被改动的证明',
    access: 'public',
    params: z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    file: 'text/plain; charset=utf-8',
  }),
};

export const publicRoutes = {
  'public.home': get('/api/public', {
    summary: '公开：首页',
    access: 'public',
    response: z.object({
      region: z.object({ code: z.string(), name: z.string() }),
      today: z.string(),
      seal: publicSeal.nullable(),
      lists: z.array(publicListInfo),
      channels: z.array(channelInfo),
      latest: z.array(disclosureRow),
    }),
  }),
  'public.search': get('/api/public/search', {
    summary: '公开：在清单、指南和公示中查找',
    access: 'public',
    query: z.object({ q: z.string().max(100) }),
    response: z.object({
      lists: z.array(z.object({ list: publicListInfo, rows: z.array(publicListRow), total: z.number() })),
      channels: z.array(
        z.object({
          channel: channelInfo.omit({ count: true }),
          rows: z.array(disclosureRow),
          total: z.number(),
        }),
      ),
    }),
  }),
  ...listRoutes,
  ...disclosureRoutes,
  ...trustRoutes,
};

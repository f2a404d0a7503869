import type { Client } from '../../src/client/client.ts';
import type { Html } from './html.ts';

/** A reader's visit to one page. */
export interface Visit {
  readonly client: Client;
  readonly url: URL;
  /** Name of the region. */
  readonly region: string;
  param(name: string): string;
  /** A value of the query; empty where there is none. */
  query(name: string): string;
  /** A value of the form that was sent; empty where there is none. */
  form(name: string): Promise<string>;
  /** Counts one reading of a page; answers how often it was read in all. */
  countView(page: string): Promise<number>;
}

/** What a page consists of; the shell sets it. */
export interface Page {
  readonly title: string;
  /** Pages above this one, from the first below home. */
  readonly above?: readonly (readonly [name: string, href: string])[];
  readonly body: Html;
  readonly status?: 200 | 400 | 404 | 429 | 500;
  /** Worth keeping or handing on: its address stands at its foot, also as a QR code. */
  readonly kept?: boolean;
  /** An answer to one reader alone: not to be kept by anybody. */
  readonly private?: boolean;
}

export type PageMaker = (visit: Visit) => Promise<Page>;

/** The columns that stand above every page. One that is not built is not listed. */
export const columns: readonly (readonly [href: string, name: string, about: string])[] = [
  ['/lists', '查清单', '各部门有哪些权力'],
  ['/guides', '办事指南', '材料、流程和时限'],
  ['/disclosure', '执法公示', '许可和处罚的决定'],
  ['/progress', '办件进度', '用收件编号查询'],
  ['/due', '期限计算器', '最后一天是哪天'],
  ['/verify', '验真', '凭据是不是真的'],
  ['/plans', '年度要点', '今年要做哪些事'],
  ['/duty-reports', '述法报告', '负责人怎样履职'],
  ['/reports', '年度报告', '每个数都点得开'],
];

import type { Provision } from '../kernel/clock/law.ts';
import { statute, years } from './statute.ts';

/** Archives. */
export const archives: readonly Provision[] = [
  ...statute(
    {
      law: '机关档案管理规定',
      system: '档案',
      from: '2019-01-01',
      to: null,
      verified: 'memory-medium',
      source: 'from memory',
    },
    [
      {
        id: 'DA-01',
        article: '关于归档的规定',
        kind: 'clock',
        startsWith: '文件形成',
        endsWith: '移交档案部门归档',
        fixedDue: { every: 'year', month: 6, day: 30, nextYear: true },
        rule: '文件材料于形成后的第二年6月30日前向档案部门归档。',
        note: 'Documents handed to archives office.',
      },
    ],
  ),
  ...statute(
    {
      law: '档案法实施条例',
      edition: '2024年',
      system: '档案',
      from: '2024-03-01',
      to: null,
      verified: 'verified',
      source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text) 档案法实施条例(2024-01-12)',
    },
    [
      {
        id: 'DA-02',
        article: '第二十条',
        kind: 'clock',
        startsWith: '档案形成',
        endsWith: '向国家档案馆移交',
        limit: years(20),
        sense: 'at-least',
        rule: '属于中央级和省级、设区的市级国家档案馆接收范围的，自档案形成之日起满20年向国家档案馆移交。',
        note: 'Transfer to state archives: central/provincial/city level 20 y, county level 10 y. Extension: county 10 y.',
      },
      {
        id: 'DA-03',
        article: '第二十条',
        kind: 'clock',
        startsWith: '档案形成',
        endsWith: '向县级国家档案馆移交',
        limit: years(10),
        sense: 'at-least',
        rule: '属于县级国家档案馆接收范围的，自档案形成之日起满10年向县级国家档案馆移交。',
      },
    ],
  ),
];

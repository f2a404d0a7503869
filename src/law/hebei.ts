import type { Provision } from '../kernel/clock/law.ts';
import { days, statute, workdays, years } from './statute.ts';

/** Rules of Hebei province and of Zhangjiakou. */
export const hebei: readonly Provision[] = [
  ...statute(
    {
      law: '河北省规范性文件备案规定',
      system: '规范性文件·河北',
      from: '2004-01-01',
      to: null,
      verified: 'verified',
      source:
        'global-regulation.com/translation/china/3056868 (opening; effective date not seen, repeal not checked)',
    },
    [
      {
        id: 'HB-01',
        article: '第六条',
        kind: 'report',
        startsWith: '规范性文件公布',
        endsWith: '报送备案',
        limit: days(15),
        rule: '自规范性文件公布之日起15日内报送备案。',
        note: 'Hebei filing: after publication.',
      },
    ],
  ),
  ...statute(
    {
      law: '河北省规范性文件管理办法',
      system: '规范性文件·河北',
      from: '2017-02-01',
      to: null,
      verified: 'verified',
      source: 'lawfaq.cn/law/17-1636-3.html',
    },
    [
      {
        id: 'HB-02',
        article: '第三十二条',
        kind: 'clock',
        startsWith: '2017年2月1日',
        endsWith: '未规定有效期的文件失效',
        limit: years(5),
        rule: '施行前未规定有效期的规范性文件，自2017年2月1日起满5年失效，为实施法律、政策制定的除外。',
        note: 'Hebei: docs in force without stated validity lapse 5 y after 2017-02-01 (=2022-02-01), except those implementing laws/policy.',
      },
    ],
  ),
  ...statute(
    {
      law: '河北省规范性文件管理办法',
      system: '规范性文件·河北',
      from: '2017-02-01',
      to: null,
      verified: 'verified',
      source: 'doc.github5.com/gbdownload/80610',
    },
    [
      {
        id: 'HB-03',
        article: '第六条',
        kind: 'gate',
        rule: '规范性文件统一登记、统一编号、统一印发，由制定机关法制机构进行合法性审核；临时机构、议事协调机构不得制定。',
        note: 'Hebei: unified registration, numbering, printing; maker’s legal office does legality review; temporary/coordination bodies may not issue.',
      },
      {
        id: 'HB-04',
        article: '关于清理的规定',
        kind: 'publication',
        rule: '规范性文件清理结果应当以目录形式公布；不公布、不备案、不清理的通报批评。',
        note: 'Hebei: clean-up result published as list; failing to publish/file/clean → notice of criticism (Arts 30-31).',
        source: 'lawfaq.cn/law/17-1636-3.html',
      },
    ],
  ),
  ...statute(
    {
      law: '张家口市规范性文件管理规定',
      system: '规范性文件·张家口',
      from: '2011-12-26',
      to: null,
      verified: 'existence',
      source: 'law417.infoeach.com/view-NDE3fDEzMzYyMA==.html',
    },
    [
      {
        id: 'HB-05',
        kind: 'gate',
        rule: '张家口市规范性文件管理规定有效；其中的具体期限尚未核对，在此之前按国家规定执行。',
        note: 'Zhangjiakou municipal rule exists (市政府令〔2011〕3号); inner clocks NOT read – use national 15 d / 5–15 wd until seen.',
      },
    ],
  ),
  ...statute(
    {
      law: '冀政办发〔2015〕22号',
      system: '双随机·河北',
      from: '2015-08-01',
      to: null,
      verified: 'verified',
      source: 'yuhuaqu.gov.cn:81/…1573609302275.html (exact from-date not checked)',
    },
    [
      {
        id: 'HB-07',
        article: '关于抽查公示的规定',
        kind: 'publication',
        startsWith: '检查结束',
        endsWith: '公布检查结果',
        limit: workdays(20),
        rule: '自检查结束之日起20个工作日内公布检查结果。',
        note: 'Hebei 2015: inspection result after each inspection ends.',
      },
    ],
  ),
  ...statute(
    {
      law: '河北省行政执法监督条例',
      system: '执法监督·河北',
      from: '2019-07-01',
      to: null,
      verified: 'existence',
      source: 'm.9pinw.com/lawlf_9568.html; ggzy.hebei.gov.cn',
    },
    [
      {
        id: 'HB-08',
        kind: 'gate',
        rule: '河北省行政执法监督条例有效，另有执法公示、全过程记录、法制审核办法；条文内容尚未核对。',
        note: 'Hebei 行政执法监督条例 in force; 河北 行政执法公示/全过程记录/法制审核 办法 exist (text not read).',
      },
    ],
  ),
];

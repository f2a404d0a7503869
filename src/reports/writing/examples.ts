import type { OfficialDocument } from '../../kernel/wording/document.ts';

/** Papers of a fictional district that show every element of the page; the tests and reviewers of layout use them. */

const committee = '青岚经济开发区管理委员会';
const longText =
  '全年围绕法治政府建设重点任务，坚持依法决策、严格执法、阳光政务，把法治要求落实到政务服务、行政执法、监督问责的各个环节，' +
  '推动各单位权责一致、程序规范、运转有序。';

/** A report upward: red head, number at the left, signing leader, figures, a table over pages, annexes, imprint. */
export const annualReport: OfficialDocument = {
  title: '青岚经济开发区管理委员会关于2024年度法治政府建设情况的报告',
  mark: `${committee}文件`,
  number: '青管发〔2025〕3号',
  signers: ['某某某'],
  recipients: '岚山市人民政府',
  blocks: [
    {
      kind: 'paragraph',
      content: ['现将', { kind: 'bold', text: '2024年度' }, '法治政府建设情况报告如下。'],
    },
    { kind: 'heading', level: 1, text: '主要举措和成效' },
    { kind: 'heading', level: 2, text: '依法全面履行政府职能' },
    {
      kind: 'paragraph',
      content: [
        longText,
        '年末权责清单共有行政权力事项',
        {
          kind: 'figure',
          id: 'powers.total',
          text: '2001',
          href: 'https://example.org/figures/powers.total',
        },
        '项，全年新增“一网通办”事项',
        {
          kind: 'figure',
          id: 'powers.online',
          text: '36',
          href: 'https://example.org/figures/powers.online',
        },
        '项，按期办结率',
        { kind: 'figure', id: 'licences.on-time', text: '99.8%' },
        '。',
      ],
    },
    {
      kind: 'heading',
      level: 3,
      text: '持续优化营商环境。',
      body: [`推行告知承诺和容缺受理，压减办理环节和材料。${longText}`],
    },
    { kind: 'heading', level: 4, text: '规范中介服务。', body: [longText] },
    { kind: 'heading', level: 2, text: '严格规范公正文明执法' },
    {
      kind: 'paragraph',
      content: [
        '全年办理行政处罚案件',
        {
          kind: 'figure',
          id: 'penalties.decided',
          text: '1000',
          href: 'https://example.org/figures/penalties.decided',
        },
        `件，各单位情况见下表。${longText}`,
      ],
    },
    {
      kind: 'table',
      caption: '2024年度行政处罚案件情况',
      unit: '件、元',
      columns: [
        { header: '单位', width: 3 },
        { header: '上期结转', align: 'number' },
        { header: '本期立案', align: 'number' },
        { header: '本期办结', align: 'number' },
        { header: '罚没金额', align: 'number', width: 1.6 },
      ],
      rows: Array.from({ length: 16 }, (_, index) => [
        `第${index + 1}执法单位`,
        String(index % 4),
        String(40 + index * 3),
        String(38 + index * 3),
        `${120 + index},500.00`,
      ]),
    },
    { kind: 'heading', level: 1, text: '存在的不足和原因' },
    { kind: 'paragraph', content: [`一是基层执法力量配备不够均衡。${longText}`] },
    { kind: 'paragraph', content: [`二是部分单位案卷质量有待提高。${longText}`] },
    { kind: 'heading', level: 1, text: '主要负责人履行推进法治建设第一责任人职责情况' },
    { kind: 'paragraph', content: [longText] },
    { kind: 'heading', level: 1, text: '2025年度工作安排' },
    { kind: 'paragraph', content: [longText + longText] },
    { kind: 'paragraph', content: ['特此报告。'] },
  ],
  annexes: [
    {
      title: '2024年度法治政府建设主要指标',
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: '指标', width: 3 },
            { header: '单位', align: 'center' },
            { header: '数值', align: 'number' },
          ],
          rows: [
            ['行政权力事项', '项', { kind: 'figure', id: 'powers.total', text: '2001' }],
            ['行政处罚案件', '件', { kind: 'figure', id: 'penalties.decided', text: '1000' }],
          ],
        },
      ],
    },
    { title: '青岚经济开发区行政执法单位名录和行政执法证件持有情况一览表（截至2024年12月31日）' },
  ],
  signature: { issuers: [committee], date: '2025-02-18', sealed: true },
  note: '联系人：某某某，联系电话：0000-0000000',
  imprint: {
    copyTo:
      '岚山市司法局，岚山市人大常委会办公室，岚山市政协办公室，青岚经济开发区党工委各部门，各街道办事处',
    office: `${committee}办公室`,
    date: '2025-02-18',
  },
};

/** A short paper without letterhead or seal: name and date by the unsealed rule. */
export const plainReport: OfficialDocument = {
  title: '市场监督管理分局2024年度法治政府建设情况',
  recipients: committee,
  blocks: [
    { kind: 'paragraph', content: [longText] },
    { kind: 'paragraph', content: [longText] },
  ],
  signature: { issuers: ['青岚经济开发区市场监督管理分局'], date: '2025-01-10', sealed: false },
};

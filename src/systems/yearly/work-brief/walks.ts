import { actsBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  /** Wrote the brief as a clerk and heads the office for a while. */
  deputy: { kind: 'legal-office-head', person: 'clerk' },
  chief: { kind: 'legal-office-head' },
} as const;
const act = actsBy(actors);

const brief = {
  to: 'superior',
  recipient: '某市人民政府',
  occasion: 'annual',
  year: 2024,
  title: '关于2024年度法治政府建设情况的报告',
  content: '现将有关情况报告如下。',
};

export const walks: readonly Walk[] = [
  {
    name: '[art. 23] the yearly brief to the superior: written, signed by another, sent before 1 March, with its receipt',
    actors,
    acts: [
      act('draft', 'clerk', '2025-02-10', brief, { stages: ['signing'], due: { send: '2025-02-28' } }),
      act('revise', 'clerk', '2025-02-11', { title: brief.title, content: '修改稿' }),
      act('sign', 'deputy', '2025-02-12', {}, { refused: 'kernel.P5' }),
      act('sign', 'chief', '2025-02-12', { documentNumber: '某政报〔2025〕3号' }, { stages: ['sending'] }),
      act(
        'send',
        'clerk',
        '2025-02-13',
        { sentOn: '2025-02-14', way: 'platform' },
        { refused: 'work-brief.sent-already' },
      ),
      act(
        'send',
        'clerk',
        '2025-02-14',
        { sentOn: '2025-02-14', way: 'platform' },
        { stages: ['awaiting'], counts: { 'work-brief.sent': 1 } },
      ),
      act(
        'receipt',
        'clerk',
        '2025-02-17',
        { receipt: '收〔2025〕18号', receivedOn: '2025-02-17' },
        { outcome: '已报送并取得回执' },
      ),
    ],
  },
  {
    name: 'a special brief to the congress has no day in law and may be taken back',
    actors,
    acts: [
      act('draft', 'clerk', '2025-06-03', { ...brief, to: 'congress', occasion: 'special', year: 2025 }),
      act('drop', 'clerk', '2025-06-04', { dropReason: '改为口头汇报' }, { outcome: '已撤回' }),
    ],
  },
];

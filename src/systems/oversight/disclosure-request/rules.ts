import type { RuleDeclaration } from '../../../kernel/supervision/declaration.ts';
import { discloses, objected } from './answers.ts';
import type { RequestFacts } from './fields.ts';
import { regulation } from './words.ts';

export const rules: readonly RuleDeclaration<RequestFacts>[] = [
  {
    id: 'over-objection',
    name: '第三方不同意而决定公开',
    level: 'yellow',
    after: ['decide'],
    finds: ({ facts, after }) => discloses(after.facts.answer as RequestFacts['answer']) && objected(facts),
    say: '第三方不同意公开，本机关以公共利益为由决定公开，请核查理由是否充分、第三方是否已收到书面告知。',
    basis: regulation('第三十二条', 'GK1-07'),
  },
];

import type { DocumentBlock, DocumentDeclaration } from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import type { ReportFacts } from './fields.ts';

const paragraphs = (text: string | undefined): DocumentBlock[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));
const heading = (text: string): DocumentBlock => ({ kind: 'paragraph', text, bold: true });

export const documents: Record<string, DocumentDeclaration<ReportFacts>> = {
  statement: {
    name: '述法报告',
    render: ({ facts, matter, unitName }) => ({
      title: `${facts.year ?? ''}年度履行推进法治建设第一责任人职责情况报告`,
      number: matter.number,
      blocks: [
        { kind: 'paragraph', text: `${facts.title ?? ''}　${facts.name ?? ''}`, align: 'center' },
        heading('一、履行第一责任人职责情况'),
        ...paragraphs(facts.statement),
        ...(facts.study === undefined ? [] : [heading('二、学法用法情况'), ...paragraphs(facts.study)]),
        heading(`${facts.study === undefined ? '二' : '三'}、存在的问题和改进措施`),
        ...paragraphs(facts.findings),
      ],
      issuer: unitName,
      date: lastTaken(matter, 'submit')?.on ?? matter.startedOn,
    }),
  },
};

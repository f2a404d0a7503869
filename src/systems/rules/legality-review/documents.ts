import type { DocumentDeclaration } from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { majorGrounds } from '../../enforcement/major-decision.ts';
import { aspects, opinions, type ReviewFacts, subjectKinds } from './fields.ts';

const names = <T extends string>(codes: readonly T[] | undefined, of: Record<T, string>) =>
  (codes ?? []).map((code) => of[code]).join('；');

const opinion: DocumentDeclaration<ReviewFacts> = {
  name: '合法性审查（法制审核）意见书',
  render: ({ facts, matter, unitName, personName }) => {
    const given = lastTaken(matter, 'give-opinion');
    return {
      title: '合法性审查（法制审核）意见书',
      number: matter.number,
      addressee: unitName,
      blocks: [
        {
          kind: 'form',
          rows: [
            ['送审事项', facts.subject ?? ''],
            ['类别', facts.subjectKind ? subjectKinds[facts.subjectKind] : ''],
            ['属于重大执法决定的情形', names(facts.majorGrounds, majorGrounds)],
            ['送审日期', facts.submittedOn ?? ''],
            ['审核内容', names(facts.checked, aspects)],
            ['审核意见', facts.opinion ? opinions[facts.opinion] : ''],
            ['审核人员', given ? personName(given.person) : ''],
          ],
        },
        { kind: 'paragraph', text: facts.comments ?? '' },
      ],
      issuer: unitName,
      date: given?.on ?? matter.startedOn,
    };
  },
};

export const documents = { opinion };

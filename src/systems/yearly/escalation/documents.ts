import { chineseDate, type LegalDate } from '../../../kernel/dates.ts';
import type {
  DocumentBlock,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import type { EscalationFacts } from './fields.ts';

type View = DocumentView<EscalationFacts>;
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const dayOf = ({ matter }: View, step: string): LegalDate => lastTaken(matter, step)?.on ?? matter.startedOn;
/** Everybody reads the name of the matter as it stands in the register. */
const about = ({ facts }: View): string =>
  `“${facts.subject}”（${facts.subjectNumber}）${facts.due ? `原定${chineseDate(facts.due)}完成` : ''}`;

/** The day to answer as this paper set it; a later change has its own record. */
const byDay = ({ facts }: View): string => (facts.replyBy ? chineseDate(facts.replyBy) : '');

const letter = (
  name: string,
  step: string,
  blocks: (view: View) => readonly DocumentBlock[],
): DocumentDeclaration<EscalationFacts> => ({
  name,
  impersonal: true,
  render: (view) => ({
    title: name,
    number: view.matter.number,
    addressee: view.unitName,
    blocks: blocks(view),
    issuer: '法治政府建设工作机构',
    date: dayOf(view, step),
  }),
});

/** The paper of each level. */
export const documents = {
  reminder: letter('工作提醒函', 'remind', (view) => [
    paragraph(`${about(view)}，目前${view.facts.matters}`),
    paragraph(`请尽快采取措施推进，并于${byDay(view)}前通过本系统反馈原因、进展和完成时间。`),
  ]),
  summons: letter('约谈通知书', 'summon', (view) => [
    paragraph(`${about(view)}，经提醒后仍未到位。现就下列事项约谈你单位：`),
    paragraph(view.facts.summonReason ?? ''),
    {
      kind: 'form',
      rows: [
        ['约谈对象', view.facts.summoned ?? ''],
        ['约谈时间', view.facts.summonOn ? chineseDate(view.facts.summonOn) : ''],
        ['约谈地点', view.facts.place ?? ''],
      ],
    },
    paragraph('请约谈对象按时参加，并准备书面说明。'),
  ]),
  order: letter('限期整改通知书', 'order', (view) => [
    paragraph(`${about(view)}，经提醒、约谈后仍未到位。请按下列要求整改：`),
    paragraph(view.facts.demands ?? ''),
    paragraph(
      `请于${view.facts.rectifyBy ? chineseDate(view.facts.rectifyBy) : ''}前完成整改，并报送整改情况和佐证材料。`,
    ),
  ]),
  circular: letter('情况通报', 'circulate', (view) => [
    paragraph(`${about(view)}，经提醒、约谈、责令限期整改后仍未到位，现予通报。`),
    paragraph(view.facts.notice ?? ''),
    paragraph(`请于${byDay(view)}前反馈整改情况。`),
    paragraph(`通报范围：${view.facts.circulation ?? ''}。通报情况作为年度考核的依据。`),
  ]),
} satisfies Record<string, DocumentDeclaration<EscalationFacts>>;

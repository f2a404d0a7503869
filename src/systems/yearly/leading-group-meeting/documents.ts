import { chineseDate } from '../../../kernel/dates.ts';
import type {
  DocumentBlock,
  DocumentDeclaration,
  DocumentView,
} from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { attendances } from '../attendance.ts';
import type { MeetingFacts } from './fields.ts';

type View = DocumentView<MeetingFacts>;

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const day = (date: string | undefined) => (date === undefined ? '' : chineseDate(date));
const topics = ({ facts }: View) =>
  (facts.agenda ?? []).map(({ topic }, index) => paragraph(`${index + 1}. ${topic}`));

function present({ facts }: View): string {
  const named = (state: keyof typeof attendances) =>
    (facts.attendance ?? [])
      .filter((row) => row.state === state)
      .map(({ name, substitute }) => (substitute ? `${name}（${substitute}代）` : name));
  return (Object.keys(attendances) as (keyof typeof attendances)[])
    .map((state) => [attendances[state], named(state)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}：${names.join('、')}`)
    .join('；');
}

export const documents: Record<string, DocumentDeclaration<MeetingFacts>> = {
  notice: {
    name: '会议通知',
    render: (view) => ({
      title: `关于召开${view.facts.name ?? '会议'}的通知`,
      addressee: '各参会单位',
      blocks: [
        paragraph(
          `定于${day(view.facts.plannedOn)}召开${view.facts.name ?? '会议'}${view.facts.place ? `，地点：${view.facts.place}` : ''}，由${view.facts.host ?? ''}主持。议题如下：`,
        ),
        ...topics(view),
        paragraph('请参会人员准时参加；确因工作不能参加的，请在会前请假。'),
      ],
      issuer: view.unitName,
      date: lastTaken(view.matter, 'call')!.on,
    }),
  },
  minutes: {
    name: '会议纪要',
    render: (view) => ({
      title: `${view.facts.name ?? '会议'}纪要`,
      ...(view.facts.minutesNumber ? { number: view.facts.minutesNumber } : {}),
      blocks: [
        paragraph(
          `${day(view.facts.heldOn)}，${view.facts.host ?? ''}主持召开${view.facts.name ?? '会议'}。会议研究了以下议题：`,
        ),
        ...topics(view),
        ...((view.facts.decisions ?? []).length > 0 ? [paragraph('会议议定：')] : []),
        ...((view.facts.decisions ?? []).length > 0
          ? [
              {
                kind: 'table' as const,
                head: ['议定事项', '完成日期'],
                rows: view.facts.decisions!.map((row) => [row.text, day(row.day)]),
              },
            ]
          : []),
        paragraph(present(view)),
      ],
      issuer: view.unitName,
      date: lastTaken(view.matter, 'minutes')!.on,
    }),
  },
};

import { chineseDate } from '../../../kernel/dates.ts';
import type { DocumentDeclaration } from '../../../kernel/procedure/declaration.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import { findingKinds, type InspectionFacts } from './fields.ts';

const day = (date: string | undefined): string => (date === undefined ? '' : chineseDate(date));

/** Notice before, feedback after. Neither holds a personal value. */
export const documents = {
  notice: {
    name: '督察通知书',
    impersonal: true,
    render: ({ facts, matter, unitName }) => ({
      title: '法治政府建设督察通知书',
      number: matter.number,
      addressee: unitName,
      blocks: [
        {
          kind: 'paragraph',
          text: `根据《法治政府建设与责任落实督察工作规定》，决定开展“${facts.round}”，采取${facts.way === 'written' ? '书面督察' : '实地督察'}方式，自${day(facts.from)}起对你单位进行督察。现将有关事项通知如下：`,
        },
        { kind: 'paragraph', text: `一、督察内容：${facts.scope}` },
        { kind: 'paragraph', text: `二、自查：请于${day(facts.selfCheckBy)}前报送自查报告。` },
        { kind: 'paragraph', text: '三、配合事项：请准备有关文件、台账和佐证材料，并确定一名联络人员。' },
      ],
      issuer: '法治政府建设工作机构',
      date: matter.startedOn,
    }),
  },
  feedback: {
    name: '督察反馈意见书',
    impersonal: true,
    render: ({ facts, matter, unitName }) => ({
      title: '法治政府建设督察反馈意见书',
      number: matter.number,
      addressee: unitName,
      blocks: [
        { kind: 'paragraph', text: `“${facts.round}”对你单位的督察已经结束，发现下列问题，请逐项整改：` },
        {
          kind: 'table',
          head: ['序号', '类别', '问题', '整改要求'],
          rows: (facts.findings ?? []).map(({ code, kind, finding, demand }) => [
            code,
            findingKinds[kind],
            finding,
            demand,
          ]),
        },
        {
          kind: 'paragraph',
          text: `请于${day(facts.rectifyBy)}前完成整改，并报送整改情况和佐证材料。整改情况作为年度考核的依据。`,
        },
      ],
      issuer: '法治政府建设工作机构',
      date: lastTaken(matter, 'feed-back')?.on ?? matter.startedOn,
    }),
  },
} satisfies Record<string, DocumentDeclaration<InspectionFacts>>;

import type { ReportTemplate } from '../template.ts';
import * as themes from './themes.ts';

const title = '{organ}关于{year}年度法治政府建设情况的报告';

/** 法治政府建设与责任落实督察工作规定, art. 25: measures and results, shortcomings, first responsible person, next year. */
const fourPart: ReportTemplate = {
  skeleton: 'four-part',
  title,
  opening: [
    { text: '根据《法治政府建设与责任落实督察工作规定》，现将{organ}{year}年度法治政府建设情况报告如下。' },
  ],
  chapters: [
    {
      title: '{year}年度推进法治政府建设的主要举措和成效',
      sections: [
        { title: '加强党对法治政府建设的领导', paragraphs: themes.leadership },
        { title: '依法全面履行政府职能', paragraphs: [...themes.lists, ...themes.licensing] },
        { title: '健全依法行政制度', paragraphs: themes.documentsAndReview },
        { title: '坚持依法科学民主决策', paragraphs: themes.decisions },
        {
          title: '严格规范公正文明执法',
          paragraphs: [...themes.penalties, ...themes.transfers, ...themes.officers],
        },
        { title: '强化对行政权力的制约和监督', paragraphs: themes.oversight },
        { title: '依法化解社会矛盾纠纷', paragraphs: themes.disputes },
        { title: '提升法治思维和依法行政能力', paragraphs: themes.ability },
      ],
    },
    { title: '推进法治政府建设存在的不足和原因', paragraphs: themes.shortcomings },
    { title: '主要负责人履行推进法治建设第一责任人职责情况', paragraphs: themes.firstResponsible },
    { title: '{next}年度推进法治政府建设的主要安排', paragraphs: themes.nextYear },
  ],
};

/** The tasks of 法治政府建设实施纲要（2015—2020年）, in its order. */
const outline2015: ReportTemplate = {
  skeleton: 'outline-2015',
  title,
  opening: [
    { text: '根据《法治政府建设实施纲要（2015—2020年）》，现将{organ}{year}年度法治政府建设情况报告如下。' },
  ],
  chapters: [
    { title: '依法全面履行政府职能', paragraphs: [...themes.lists, ...themes.licensing] },
    { title: '完善依法行政制度体系', paragraphs: themes.documentsAndReview },
    { title: '推进行政决策科学化民主化法治化', paragraphs: themes.decisions },
    { title: '坚持严格规范公正文明执法', paragraphs: [...themes.penalties, ...themes.transfers] },
    { title: '强化对行政权力的制约和监督', paragraphs: themes.oversight },
    { title: '依法有效化解社会矛盾纠纷', paragraphs: themes.disputes },
    { title: '全面提高法治思维和依法行政能力', paragraphs: [...themes.officers, ...themes.ability] },
    { title: '组织保障和落实机制', paragraphs: [...themes.leadership, ...themes.firstResponsible] },
    { title: '存在的问题和下一步工作打算', paragraphs: [...themes.shortcomings, ...themes.nextYear] },
  ],
};

/** The parts of 法治政府建设实施纲要（2021—2025年）, in its order. */
const outline2021: ReportTemplate = {
  skeleton: 'outline-2021',
  title,
  opening: [
    { text: '根据《法治政府建设实施纲要（2021—2025年）》，现将{organ}{year}年度法治政府建设情况报告如下。' },
  ],
  chapters: [
    { title: '健全政府机构职能体系', paragraphs: [...themes.lists, ...themes.licensing] },
    { title: '健全依法行政制度体系', paragraphs: themes.documentsAndReview },
    { title: '健全行政决策制度体系', paragraphs: themes.decisions },
    { title: '健全行政执法工作体系', paragraphs: [...themes.penalties, ...themes.officers] },
    { title: '健全突发事件应对体系', paragraphs: themes.emergencies },
    { title: '健全社会矛盾纠纷行政预防调处化解体系', paragraphs: themes.disputes },
    { title: '健全行政权力制约和监督体系', paragraphs: [...themes.oversight, ...themes.transfers] },
    { title: '健全法治政府建设科技保障体系', paragraphs: themes.technology },
    {
      title: '加强党的领导，完善法治政府建设推进机制',
      paragraphs: [...themes.leadership, ...themes.ability],
    },
    { title: '主要负责人履行推进法治建设第一责任人职责情况', paragraphs: themes.firstResponsible },
    { title: '存在的不足和原因', paragraphs: themes.shortcomings },
    { title: '{next}年度主要安排', paragraphs: themes.nextYear },
  ],
};

/** One template for every skeleton. */
export const templates = {
  'four-part': fourPart,
  'outline-2015': outline2015,
  'outline-2021': outline2021,
} as const satisfies Record<ReportTemplate['skeleton'], ReportTemplate>;

import { chineseDate } from '../../kernel/dates.ts';
import type { DocumentBlock, DocumentContent } from '../../kernel/procedure/declaration.ts';

/** A campaign as its papers tell it. Names are those of the directory; nothing personal is among them. */
export interface CampaignPaper {
  readonly name: string;
  readonly number: string;
  readonly wayName: string;
  readonly scope: string;
  readonly from: string;
  readonly selfCheckBy: string;
  readonly inspectors: string;
  readonly openedOn: string;
  readonly conclusions: string;
  readonly closed: boolean;
  readonly closedOn: string | null;
  readonly today: string;
  readonly units: readonly {
    readonly unitName: string;
    readonly stateName: string;
    readonly findings: number;
    readonly late: string | null;
  }[];
  readonly findings: readonly {
    readonly unitName: string;
    readonly kindName: string;
    readonly finding: string;
    readonly stateName: string;
    readonly putRight: boolean;
  }[];
  readonly byKind: readonly { readonly name: string; readonly total: number; readonly open: number }[];
}

const ISSUER = '法治政府建设工作机构';
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentBlock => ({ kind: 'paragraph', text, bold: true });

/** 督察通知: to all units of the campaign at once. */
export function campaignNotice(campaign: CampaignPaper): DocumentContent {
  return {
    title: `关于开展${campaign.name}的通知`,
    number: campaign.number,
    addressee: campaign.units.map(({ unitName }) => unitName).join('、'),
    blocks: [
      paragraph(
        `根据《法治政府建设与责任落实督察工作规定》，决定开展“${campaign.name}”。现将有关事项通知如下：`,
      ),
      paragraph(`一、督察内容。${campaign.scope}`),
      paragraph(
        `二、督察方式和时间。采取${campaign.wayName}方式，自${chineseDate(campaign.from)}起进行${campaign.inspectors ? `，由${campaign.inspectors}承担` : ''}。`,
      ),
      paragraph(`三、自查。请对照督察内容开展自查，于${chineseDate(campaign.selfCheckBy)}前报送自查报告。`),
      paragraph('四、配合事项。请准备有关文件、台账和佐证材料，并确定一名联络人员。'),
    ],
    issuer: ISSUER,
    date: campaign.openedOn,
  };
}

/** 督察报告: what was found in which unit and what became of it; before its end it says up to which day it speaks. */
export function campaignReport(campaign: CampaignPaper): DocumentContent {
  const { units, findings, byKind } = campaign;
  const clean = units.filter(({ stateName }) => stateName === '未发现问题').length;
  const right = findings.filter(({ putRight }) => putRight).length;
  const asOf = campaign.closed ? '' : `截至${chineseDate(campaign.today)}，`;
  const kinds = byKind.map(({ name, total }) => `${name}${total}个`).join('、');
  return {
    title: `${campaign.name}报告`,
    number: campaign.number,
    blocks: [
      heading('一、督察情况'),
      paragraph(
        `“${campaign.name}”自${chineseDate(campaign.from)}起，采取${campaign.wayName}方式，对${units.length}个单位进行督察。督察内容：${campaign.scope}`,
      ),
      heading('二、发现的问题'),
      paragraph(
        findings.length === 0
          ? `${asOf}没有发现需要整改的问题。`
          : `${asOf}共反馈问题${findings.length}个${kinds ? `，其中${kinds}` : ''}；未发现问题的单位${clean}个。`,
      ),
      ...(findings.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['序号', '单位', '类别', '问题', '整改情况'],
              rows: findings.map((row, at) => [
                String(at + 1),
                row.unitName,
                row.kindName,
                row.finding,
                row.stateName,
              ]),
            },
          ]),
      heading('三、整改情况'),
      paragraph(`${asOf}整改到位${right}个，正在整改${findings.length - right}个。`),
      {
        kind: 'table',
        head: ['单位', '问题数', '进展', '逾期'],
        rows: units.map(({ unitName, findings: count, stateName, late }) => [
          unitName,
          String(count),
          stateName,
          late ?? '',
        ]),
      },
      ...(campaign.conclusions ? [heading('四、总体评价'), ...linesOf(campaign.conclusions)] : []),
    ],
    issuer: ISSUER,
    date: campaign.closedOn ?? campaign.today,
  };
}

const linesOf = (text: string): DocumentBlock[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

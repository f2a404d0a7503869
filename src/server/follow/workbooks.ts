import { writeXlsx } from 'hucre';
import type { CampaignView, EscalationsView, FindingTallyView } from '../../client/contract/follow.ts';

type Cell = string | number;
const sheet = (name: string, widths: readonly number[], rows: readonly (readonly Cell[])[]) => ({
  name,
  columns: widths.map((width) => ({ width })),
  freezePane: { rows: 1 },
  rows: rows.map((row) => [...row]),
});

/** A campaign as a workbook: units, findings, findings by task and by kind. */
export function writeCampaignWorkbook({
  units,
  findings,
  byTask,
  byKind,
}: CampaignView): Promise<Uint8Array> {
  const tally = (head: string, rows: readonly FindingTallyView[]) => [
    [head, '问题数', '未整改到位', '涉及单位数'],
    ...rows.map(({ name, total, open, units: of }) => [name, total, open, of]),
  ];
  return writeXlsx({
    sheets: [
      sheet(
        '单位',
        [30, 12, 14, 14, 14, 8, 14, 14, 12, 14, 16, 10],
        [
          [
            '单位',
            '进展',
            '自查报告期限',
            '自查日期',
            '反馈日期',
            '问题数',
            '整改期限',
            '报送整改日期',
            '复核未通过次数',
            '办结日期',
            '逾期',
            '督办',
          ],
          ...units.map((row) => [
            row.unitName,
            row.stateName,
            row.selfCheckBy,
            row.selfCheckedOn ?? '',
            row.fedBackOn ?? '',
            row.findings,
            row.rectifyBy ?? '',
            row.rectifiedOn ?? '',
            row.rechecks,
            row.closedOn ?? '',
            row.late ?? '',
            row.escalation?.level ?? '',
          ]),
        ],
      ),
      sheet(
        '问题清单',
        [30, 8, 16, 50, 50, 30, 14, 12],
        [
          ['单位', '序号', '类别', '问题', '整改要求', '对应任务', '整改期限', '整改情况'],
          ...findings.map((row) => [
            row.unitName,
            row.code,
            row.kindName,
            row.finding,
            row.demand,
            row.task ? `${row.task}．${row.taskTitle}` : '',
            row.rectifyBy,
            row.stateName,
          ]),
        ],
      ),
      sheet('按任务', [50, 10, 12, 12], tally('任务', byTask)),
      sheet('按类别', [24, 10, 12, 12], tally('类别', byKind)),
    ],
  });
}

/** Escalations of a year as a workbook: each, and by unit. */
export function writeEscalationWorkbook({ rows, units }: EscalationsView): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      sheet(
        '提醒约谈',
        [22, 30, 40, 14, 10, 14, 16, 14, 14, 14, 10, 20],
        [
          [
            '编号',
            '单位',
            '事项',
            '来源',
            '层级',
            '作出日期',
            '状态',
            '原定时限',
            '反馈或者整改期限',
            '反馈日期',
            '逾期反馈',
            '结果',
          ],
          ...rows.map((row) => [
            row.number,
            row.unitName,
            row.subject,
            row.sourceName,
            row.levelName,
            row.levelOn,
            row.waitingName,
            row.due ?? '',
            row.by ?? '',
            row.answeredOn ?? '',
            row.answeredLate ? '逾期' : '',
            row.outcome ?? '',
          ]),
        ],
      ),
      sheet(
        '单位',
        [30, 8, 8, 12, 12, 8, 8, 10, 8],
        [
          ['单位', '件数', '在办', '逾期未反馈', '整改到位', '提醒', '约谈', '限期整改', '通报'],
          ...units.map((row) => [
            row.unitName,
            row.total,
            row.open,
            row.late,
            row.resolved,
            row.remind,
            row.summon,
            row.order,
            row.circulate,
          ]),
        ],
      ),
    ],
  });
}

import { writeXlsx } from 'hucre';
import type { DutyReportRoundView, DutyReportRow } from '../../client/contract/duty-reports.ts';

const heads = [
  '单位',
  '职务',
  '姓名',
  '环节',
  '报送截止日期',
  '报送日期',
  '是否逾期',
  '退回次数',
  '述法日期',
  '述法方式',
  '点评结果',
  '公开情况',
  '公开期限',
  '公开日期',
  '说明',
];

const publicationNames: Readonly<Record<string, string>> = {
  due: '待公开',
  published: '已公开',
  withdrawn: '已撤下',
  withheld: '不公开',
};

/** A round of reports as a workbook: one line a leader. */
export function writeRoundWorkbook(view: DutyReportRoundView): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: '述法情况',
        columns: [18, 20, 12, 14, 14, 14, 10, 10, 14, 12, 10, 10, 14, 14, 40].map((width) => ({ width })),
        freezePane: { rows: 1 },
        rows: [heads, ...view.rows.map(lineOf)],
      },
    ],
  });
}

function lineOf(row: DutyReportRow): (string | number)[] {
  const { publication } = row;
  return [
    row.unitName,
    row.title,
    row.name,
    row.outcome ?? row.stageName,
    row.due,
    row.submittedOn ?? '',
    row.late ? '逾期' : '',
    row.returned,
    row.presentedOn ?? '',
    row.presentedAs,
    row.grade,
    publication ? publicationNames[publication.status]! : '',
    publication?.due ?? '',
    publication?.publishedOn ?? '',
    publication?.reason ?? '',
  ];
}

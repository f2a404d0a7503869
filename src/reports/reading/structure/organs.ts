/**
 * Names of organs, told by how they end. Examples: 某区人民政府 · 某市司法局 · 某高新区管委会 · 某镇 ·
 * 区委依法治区办 · 各街道办事处.
 */
const ENDS =
  '人民政府(?:办公室|办公厅)?|政府(?:办公室|办公厅|办)?|管理?委员会(?:办公室)?|管委会|(?:工|党)委会?|委员会|办公室|办公厅|办事处|法院|检察院|管理局|总局|分局|支队|大队|总队|中心|集团|公司|学校|党校|银行|分行|支行|协会|联合会|总工会|妇联|团委|工商联|残联|红十字会|研究院|研究所|纪委监委|纪委|监委|政府|街道|社区|开发区|高新区|园区|局|委|办|院|处|厅|部|署|镇|乡|站|所|队|社|会|室|馆|台|科|股|组|村|县|区|市|单位|部门';

export const ORGAN_END = new RegExp(`(?:${ENDS})$`);

const STRONG =
  /(?:人民政府|政府办公室|管理?委员会|管委会|委员会|办公室|办公厅|办事处|法院|检察院|厅|局|委|办|院|政府|中心|支队|大队|总队|[区市县]委|党组|领导小组)(?:[（(].{1,12}[）)])?$/;

/** Whether a line names an organ and nothing else, as a signature or a red head does. */
export function isOrganLine(line: string): boolean {
  const name = line.trim();
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    STRONG.test(name) &&
    !/[，。；：:;]/.test(name) &&
    !/^关于/.test(name)
  );
}

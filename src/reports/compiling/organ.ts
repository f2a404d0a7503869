/** Regions run by a committee instead of a government. */
const COMMITTEE = /(?:开发区|园区|新区|示范区|保税区|度假区|风景区|管理区|高新区|合作区)$/;

/** Who reports for a region, where nobody says otherwise: ××管理委员会 for a zone, ××人民政府 for a district. */
export function organOf(regionName: string): string {
  return regionName + (COMMITTEE.test(regionName) ? '管理委员会' : '人民政府');
}

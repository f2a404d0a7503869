/**
 * The licences of the demo: name, unit, kind, promised workdays, and how often it is applied for, of a thousand. Each
 * is a power of its unit by the same name.
 */
export const licencePlans: readonly (readonly [
  name: string,
  unit: string,
  kind: 'instant' | 'commitment' | 'ordinary' | 'site',
  promised: number,
  weight: number,
])[] = [
  ['企业设立登记', 'U03', 'instant', 0, 120],
  ['个体工商户登记', 'U03', 'instant', 0, 90],
  ['企业变更登记', 'U03', 'ordinary', 2, 130],
  ['食品经营许可', 'U03', 'site', 5, 110],
  ['食品经营许可延续', 'U03', 'commitment', 3, 60],
  ['公共场所卫生许可', 'U03', 'commitment', 3, 75],
  ['人力资源服务许可', 'U03', 'commitment', 4, 40],
  ['劳务派遣经营许可', 'U03', 'ordinary', 6, 25],
  ['户外广告设置许可', 'U03', 'ordinary', 4, 45],
  ['道路货物运输经营许可', 'U03', 'ordinary', 4, 60],
  ['建筑工程施工许可', 'U03', 'ordinary', 4, 40],
  ['民办职业培训学校审批', 'U03', 'site', 8, 12],
  ['医疗机构执业登记', 'U03', 'site', 8, 18],
  ['医师执业注册', 'U03', 'ordinary', 3, 30],
  ['城镇污水排入排水管网许可', 'U03', 'site', 6, 35],
  ['药品零售企业许可', 'U03', 'site', 7, 22],
  ['第二类医疗器械经营备案', 'U03', 'instant', 0, 43],
  ['特种设备使用登记', 'U03', 'ordinary', 5, 45],
];

import type { PostKindId } from '../kernel/identity/posts.ts';

// The demo district: a development zone that does not exist, with a code no real division has. Names of persons
// are surname plus a number word, so that nobody can take them for somebody.

export const zone = { code: '990101', name: '云汀经济开发区', organ: '云汀经济开发区管理委员会' } as const;

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: '综合部门' | '执法部门' | '审批部门' | '镇街';
}

export const units: readonly DemoUnit[] = [
  { code: 'U01', name: '云汀经济开发区管理委员会办公室', shortName: '管委会办公室', class: '综合部门' },
  { code: 'U02', name: '云汀经济开发区法制办公室', shortName: '法制办', class: '综合部门' },
  { code: 'U03', name: '云汀经济开发区行政审批局', shortName: '行政审批局', class: '审批部门' },
  { code: 'U04', name: '云汀经济开发区市场监督管理局', shortName: '市场监管局', class: '执法部门' },
  { code: 'U05', name: '云汀经济开发区综合行政执法局', shortName: '综合执法局', class: '执法部门' },
  { code: 'U06', name: '云汀经济开发区生态环境分局', shortName: '生态环境分局', class: '执法部门' },
  { code: 'U07', name: '云汀经济开发区应急管理局', shortName: '应急管理局', class: '执法部门' },
  { code: 'U08', name: '云汀经济开发区住房和城乡建设局', shortName: '住建局', class: '执法部门' },
  { code: 'U09', name: '云汀经济开发区交通运输局', shortName: '交通运输局', class: '执法部门' },
  { code: 'U10', name: '云汀经济开发区卫生健康局', shortName: '卫生健康局', class: '执法部门' },
  { code: 'U11', name: '云汀经济开发区人力资源和社会保障局', shortName: '人社局', class: '执法部门' },
  { code: 'U12', name: '云汀经济开发区自然资源分局', shortName: '自然资源分局', class: '执法部门' },
  { code: 'U13', name: '云汀经济开发区财政局', shortName: '财政局', class: '综合部门' },
  { code: 'U14', name: '临港镇人民政府', shortName: '临港镇', class: '镇街' },
  { code: 'U15', name: '青溪街道办事处', shortName: '青溪街道', class: '镇街' },
];

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly posts: readonly PostKindId[];
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const numerals = [...'一二三四五六七八九'];

/** `赵一`, `钱二` …: the n-th invented name. */
function nameOf(n: number): string {
  return `${surnames[n % surnames.length]}${numerals[Math.floor(n / surnames.length) % numerals.length]}${numerals[n % numerals.length]}`;
}

/** How many of each kind of post a class of unit has. */
const staffing: Record<DemoUnit['class'], readonly (readonly [PostKindId, number])[]> = {
  综合部门: [
    ['unit-head', 1],
    ['publisher', 1],
    ['liaison', 1],
  ],
  审批部门: [
    ['unit-head', 2],
    ['window-clerk', 8],
    ['examiner', 8],
    ['legal-reviewer', 2],
    ['publisher', 1],
    ['liaison', 1],
  ],
  执法部门: [
    ['unit-head', 2],
    ['case-officer', 14],
    ['window-clerk', 2],
    ['examiner', 2],
    ['legal-reviewer', 2],
    ['publisher', 1],
    ['liaison', 1],
  ],
  镇街: [
    ['unit-head', 1],
    ['case-officer', 6],
    ['legal-reviewer', 1],
    ['publisher', 1],
    ['liaison', 1],
  ],
};

/** Posts that only some units have. */
const special: Record<string, readonly (readonly [PostKindId, number])[]> = {
  U01: [['region-head', 1]],
  U02: [
    ['legal-office', 3],
    ['legal-office-head', 1],
    ['supervisor', 2],
    ['list-keeper', 2],
  ],
};

/** The administrators, each his own person (三员分立). */
const administrators: readonly PostKindId[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];

function staff(): DemoPerson[] {
  const people: DemoPerson[] = [];
  const add = (unit: string, kind: PostKindId): void => {
    const n = people.length;
    people.push({ id: `p${String(n + 1).padStart(4, '0')}`, name: nameOf(n), unit, posts: [kind] });
  };
  for (const unit of units) {
    for (const [kind, count] of [...staffing[unit.class], ...(special[unit.code] ?? [])]) {
      for (let i = 0; i < count; i++) add(unit.code, kind);
    }
  }
  for (const kind of administrators) add('U01', kind);
  return people;
}

export const people: readonly DemoPerson[] = staff();

/** Id of the post of a kind in a unit; each is held by as many as the staffing says. */
export const postId = (unit: string, kind: PostKindId): string => `${unit}-${kind}`;

/** Everybody of a unit who holds a post of the kind. */
export function holders(unit: string, kind: PostKindId): readonly DemoPerson[] {
  return people.filter((person) => person.unit === unit && person.posts.includes(kind));
}

/** Those for whom the first start prints sign-in links: one of each sort of work. */
export const guides: readonly { readonly person: string; readonly role: string }[] = [
  { person: holders('U02', 'legal-office')[0]!.id, role: '法制办工作人员（全区台账、报告）' },
  { person: holders('U02', 'legal-office-head')[0]!.id, role: '法制办负责人（审核、印发要点）' },
  { person: holders('U04', 'liaison')[0]!.id, role: '市场监管局联络员（本单位任务）' },
  { person: holders('U03', 'window-clerk')[0]!.id, role: '审批局窗口受理人员' },
  { person: holders('U03', 'examiner')[0]!.id, role: '审批局审查人员' },
  { person: holders('U03', 'unit-head')[0]!.id, role: '审批局负责人' },
  { person: holders('U04', 'case-officer')[0]!.id, role: '市场监管局执法人员' },
  { person: holders('U04', 'legal-reviewer')[0]!.id, role: '市场监管局法制审核人员' },
  { person: holders('U04', 'publisher')[0]!.id, role: '市场监管局公示人员' },
  { person: holders('U02', 'list-keeper')[0]!.id, role: '清单管理人员' },
  { person: holders('U02', 'supervisor')[0]!.id, role: '行政执法监督人员' },
  { person: people.find((person) => person.posts.includes('system-administrator'))!.id, role: '系统管理员' },
  {
    person: people.find((person) => person.posts.includes('security-administrator'))!.id,
    role: '安全管理员',
  },
  { person: people.find((person) => person.posts.includes('audit-administrator'))!.id, role: '审计管理员' },
];

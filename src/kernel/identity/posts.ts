/** What a kind of post may see without being asked for a particular matter. */
export type Reach = 'own' | 'unit' | 'region';

export interface PostKind {
  readonly name: string;
  readonly reach: Reach;
  /** May open personal values unmasked within its reach. */
  readonly personal: boolean;
  /** One of the three separated administrators (三员分立); none of them handles matters. */
  readonly administrator?: 'system' | 'security' | 'audit';
}

/**
 * The kinds of post a procedure may name. Units create posts of these kinds; persons hold posts, several at a
 * time, some of them for a while (acting). GB/T 22239-2019 asks for the three administrators to be apart.
 */
export const postKinds = {
  'window-clerk': { name: '窗口受理人员', reach: 'unit', personal: true },
  'case-officer': { name: '行政执法人员', reach: 'unit', personal: true },
  examiner: { name: '审查人员', reach: 'unit', personal: true },
  'legal-reviewer': { name: '法制审核人员', reach: 'unit', personal: true },
  'unit-head': { name: '单位负责人', reach: 'unit', personal: true },
  publisher: { name: '公示公开人员', reach: 'unit', personal: false },
  'list-keeper': { name: '清单管理人员', reach: 'unit', personal: false },
  liaison: { name: '联络员', reach: 'unit', personal: false },
  'legal-office': { name: '法制机构工作人员', reach: 'region', personal: false },
  'legal-office-head': { name: '法制机构负责人', reach: 'region', personal: false },
  'region-head': { name: '政府负责人', reach: 'region', personal: false },
  supervisor: { name: '行政执法监督人员', reach: 'region', personal: true },
  'system-administrator': { name: '系统管理员', reach: 'own', personal: false, administrator: 'system' },
  'security-administrator': { name: '安全管理员', reach: 'own', personal: false, administrator: 'security' },
  'audit-administrator': { name: '审计管理员', reach: 'own', personal: false, administrator: 'audit' },
  /** A visitor of the portal acting for himself; holds no post of a unit. */
  applicant: { name: '申请人', reach: 'own', personal: true },
  /** The system itself, where the law attaches a consequence to time. */
  system: { name: '系统', reach: 'own', personal: false },
} as const satisfies Record<string, PostKind>;

export type PostKindId = keyof typeof postKinds;

/** The person who acts, with the post he acts from. */
export interface Acting {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly kind: PostKindId;
  readonly unit: string;
}

/** A certificate as it stands for one holder. Valid on a day within the interval unless suspended. */
export interface Certificate {
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** Fields of enforcement it covers; empty means all of the unit's. */
  readonly scope: readonly string[];
  readonly suspended: readonly { readonly from: string; readonly to?: string }[];
}

/** Whether `certificate` lets its holder act on `day`. */
export function certificateValidOn(certificate: Certificate, day: string): boolean {
  return (
    certificate.from <= day &&
    day <= certificate.to &&
    !certificate.suspended.some((span) => span.from <= day && (span.to === undefined || day < span.to))
  );
}

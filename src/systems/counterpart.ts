import { f } from '../kernel/procedure/fields.ts';
import type { PublicationDeclaration } from '../kernel/publication/declaration.ts';

// The counterpart of an administrative act (行政相对人), as the disclosure standard for licences and penalties (双公示
// 2018) names, sorts and shows it.

export const counterpartKinds = {
  natural: '自然人',
  organisation: '法人及非法人组织',
  'individual-business': '个体工商户',
} as const;
export type CounterpartKind = keyof typeof counterpartKinds;

/** A type, not an interface: facts are open records of values. */
export type CounterpartFacts = {
  readonly organisation?: string;
  readonly creditCode?: string;
  readonly legalRepresentative?: string;
  readonly personName?: string;
  readonly residentId?: string;
  readonly phone?: string;
};

/** The fields of a form that name the counterpart; `role` is what the procedure calls it: 申请人, 当事人. */
export const counterpart = (role: string) => ({
  organisation: f
    .text('单位名称', { group: role, help: '法人、非法人组织和个体工商户按营业执照填写' })
    .optional(),
  creditCode: f.creditCode('统一社会信用代码', { group: role }).optional(),
  legalRepresentative: f.text('法定代表人（负责人、经营者）', { personal: 'name', group: role }).optional(),
  personName: f.text('姓名', { personal: 'name', group: role, help: `${role}为自然人的填写` }).optional(),
  residentId: f.residentId('公民身份号码', { group: role }).optional(),
  phone: f.phone('联系电话', { group: role }).optional(),
});

/** By whom a counterpart goes: a person by the own name, everybody else by that of the licence of business. */
export const counterpartName = (
  kind: CounterpartKind | undefined,
  facts: CounterpartFacts,
): string | undefined => (kind === 'natural' ? facts.personName : facts.organisation);

/** What the public sees of the counterpart: no number, telephone or address of a person, and his name masked. */
export function counterpartShown<F extends CounterpartFacts>(
  kindTitle: string,
  kindOf: (facts: F) => CounterpartKind | undefined,
): PublicationDeclaration<F>['fields'] {
  const natural = (facts: F) => kindOf(facts) === 'natural';
  return [
    {
      title: '行政相对人名称',
      value: (facts) => counterpartName(kindOf(facts), facts),
      mask: 'name',
      maskWhen: natural,
    },
    {
      title: kindTitle,
      value: (facts) => {
        const kind = kindOf(facts);
        return kind && counterpartKinds[kind];
      },
    },
    { title: '统一社会信用代码', value: (facts) => (natural(facts) ? undefined : facts.creditCode) },
    { title: '法定代表人', value: (facts) => facts.legalRepresentative, mask: 'name' },
  ];
}

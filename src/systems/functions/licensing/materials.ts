import type { PinnedItem } from '../../../kernel/procedure/declaration.ts';
import type { Material } from '../licence-items/index.ts';

/** In which way a material is given. */
export const givenStates = {
  provided: '已提交',
  shared: '部门核验取得',
  promised: '容缺待补',
  committed: '书面承诺代替',
  missing: '未提交',
} as const;

export type GivenMaterial = { readonly code: string; readonly given: keyof typeof givenStates };

/** The licence item as it was fixed when the application came in. */
export type LicenceItem = PinnedItem & {
  readonly unit: string;
  readonly power: string;
  readonly who: readonly string[];
  readonly type: 'instant' | 'ordinary' | 'forwarded';
  readonly legalLimit?: number;
  readonly legalLimitUnit?: 'workday' | 'day' | 'month';
  readonly promisedDays: number;
  readonly joint: boolean;
  readonly commitment: boolean;
  readonly siteCheck: boolean;
  readonly materials: readonly Material[] & PinnedItem[string];
  readonly result: string;
};

/** Whether the way in which a material is given satisfies the item. */
function satisfied(item: LicenceItem, material: Material, given: GivenMaterial['given']): boolean {
  switch (given) {
    case 'provided':
      return true;
    case 'shared':
      return material.noProofNeeded;
    case 'promised':
      return material.mayPromise;
    case 'committed':
      return item.commitment && material.mayReplaceByCommitment;
    case 'missing':
      return false;
  }
}

/** Required materials that stand in the way of acceptance, in the item's order. */
export function lacking(item: LicenceItem, given: readonly GivenMaterial[]): Material[] {
  const states = new Map(given.map((entry) => [entry.code, entry.given]));
  return item.materials.filter((material) => {
    // What the office itself can obtain is never asked of the applicant.
    const state = states.get(material.code) ?? (material.noProofNeeded ? 'shared' : 'missing');
    return material.required && !satisfied(item, material, state);
  });
}

/** Codes that the item does not know. */
export function unknownMaterials(item: LicenceItem, given: readonly GivenMaterial[]): string[] {
  return given
    .map((entry) => entry.code)
    .filter((code) => !item.materials.some((known) => known.code === code));
}

/** Whether any material is given in this way. */
export function anyGiven(
  given: readonly GivenMaterial[] | undefined,
  state: GivenMaterial['given'],
): boolean {
  return (given ?? []).some((entry) => entry.given === state);
}

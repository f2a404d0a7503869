import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';

/** What a reader may see: all of a region, one unit, or only what he handles himself. */
export type Scope =
  | { readonly reach: 'region'; readonly personal: boolean }
  | { readonly reach: 'unit'; readonly unit: string; readonly personal: boolean }
  | { readonly reach: 'own'; readonly person: string; readonly personal: boolean };

/** The scope that follows from a post. */
export function scopeOf(acting: { kind: PostKindId; unit: string; person: string }): Scope {
  const { reach, personal } = postKinds[acting.kind];
  if (reach === 'region') return { reach, personal };
  if (reach === 'unit') return { reach, unit: acting.unit, personal };
  return { reach, person: acting.person, personal };
}

export function inScope(scope: Scope, matter: { unit: string; handler: string }): boolean {
  if (scope.reach === 'region') return true;
  return scope.reach === 'unit' ? matter.unit === scope.unit : matter.handler === scope.person;
}

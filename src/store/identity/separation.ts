import { type PostKind, type PostKindId, postKinds } from '../../kernel/identity/posts.ts';

/** What a post is for, as far as the separation of the three administrators goes. */
export type Power = 'system' | 'security' | 'audit' | 'business';

/** Kinds that no person holds: the public, and the system itself. */
const HELD_BY_NOBODY: readonly PostKindId[] = ['applicant', 'system'];

/** Kinds a person may be put into. */
export function mayBeHeld(kind: PostKindId): boolean {
  return !HELD_BY_NOBODY.includes(kind);
}

export function powerOf(kind: PostKindId): Power {
  const { administrator }: PostKind = postKinds[kind];
  return administrator ?? 'business';
}

/**
 * Why a person who holds posts of the kinds `held` may not hold one of the kind `wanted` besides; undefined when he
 * may. System, security and audit administrators are different persons, and none of them does business
 * (GB/T 22239-2019 8.1.5: system management, audit management and security management are apart).
 */
export function separationBreach(held: readonly PostKindId[], wanted: PostKindId): string | undefined {
  const other = held.find((kind) => powerOf(kind) !== powerOf(wanted));
  if (other === undefined) return undefined;
  const names = `“${postKinds[other].name}”和“${postKinds[wanted].name}”`;
  const reason =
    powerOf(other) === 'business' || powerOf(wanted) === 'business'
      ? '管理员不能同时办理业务'
      : '系统管理员、安全管理员、审计管理员应当由不同的人担任';
  return `一个人不能同时担任${names}：${reason}（三员分立）。请改由他人担任，或先结束原来的岗位。`;
}

import { verifyPersonal } from '../../kernel/ledger/digest.ts';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { leafOf } from '../../kernel/ledger/leaf.ts';
import { fromHex } from '../../kernel/ledger/sm3.ts';
import { DESTROYED, type Destroyed } from '../retention/record.ts';
import { yearOf } from '../steps/rows.ts';
import { eventFrom } from './events.ts';
import type { CheckedEvent, PendingRow, PersonalRow, SealedRow } from './verify-read.ts';

/** One thing found wrong. */
export interface VerifyDefect {
  readonly kind: string;
  /** In Chinese, for the person who ran the check. */
  readonly message: string;
  /** Number of the leaf or seal at fault, and the event, where one is. */
  readonly leaf?: number;
  readonly seal?: number;
  readonly stream?: string;
  readonly seq?: number;
}

/** Personal values met, that fit among them, those destroyed since their event, and those recorded as destroyed. */
export interface PersonalCount {
  met: number;
  kept: number;
  destroyed: number;
  recorded: number;
}

export const noPersonal = (): PersonalCount => ({ met: 0, kept: 0, destroyed: 0, recorded: 0 });

/** Adds what was counted elsewhere. */
export function addPersonal(sum: PersonalCount, part: Readonly<PersonalCount>): void {
  sum.met += part.met;
  sum.kept += part.kept;
  sum.destroyed += part.destroyed;
  sum.recorded += part.recorded;
}

/** What is wrong with one event by itself: its row against its leaf, and its personal values against its digests. */
export function eventDefects(row: SealedRow | PendingRow, personal: PersonalCount): VerifyDefect[] {
  const found = (kind: string, problem: string): VerifyDefect => ({
    kind,
    message: `办件${row.leaf_stream}第${row.leaf_seq}条留痕：${problem}。`,
    ...('index' in row ? { leaf: row.index } : {}),
    stream: row.leaf_stream,
    seq: row.leaf_seq,
  });
  const values = row.values ?? [];
  personal.met += values.length;
  if (row.id === null) return [found('event-missing', '已不在台账中，留痕被删除或被移动')];
  const stored = row as CheckedEvent;
  const event = eventFrom(stored);
  const defects: VerifyDefect[] = [];
  if (stored.id !== row.leaf_event) defects.push(found('event-id', '编号与封存时不同'));
  if (contentDiffers(stored, event)) defects.push(found('leaf-content', '内容与其摘要不符，内容已被改动'));
  if ('pending_leaf' in row && row.pending_leaf !== stored.leaf) {
    defects.push(found('pending-leaf', '待封存的摘要与留痕的摘要不符'));
  }
  if (stored.type === DESTROYED) personal.recorded += (stored.data as unknown as Destroyed).values;
  for (const problem of personalProblems(event, values, personal)) {
    defects.push(found('personal-value', problem));
  }
  return defects;
}

/** Every column takes part: the year says where the row lies, and the time has no part below milliseconds. */
function contentDiffers(stored: CheckedEvent, event: LedgerEvent): boolean {
  return leafOf(event) !== stored.leaf || !stored.exact || stored.year !== yearOf(event);
}

function personalProblems(
  event: LedgerEvent,
  values: readonly PersonalRow[],
  personal: PersonalCount,
): string[] {
  const problems: string[] = [];
  const here = new Set<string>();
  for (const { field, salt, value } of values) {
    const digest = event.personal[field];
    here.add(field);
    if (digest !== undefined && fits(digest, field, value, salt)) personal.kept += 1;
    else problems.push(`个人信息“${field}”与留痕中的摘要不符，已被改动`);
  }
  personal.destroyed += Object.keys(event.personal).filter((field) => !here.has(field)).length;
  return problems;
}

/** A salt that is not one fits nothing. */
function fits(digest: string, field: string, value: PersonalRow['value'], salt: string): boolean {
  try {
    return verifyPersonal(digest, field, value, fromHex(salt));
  } catch {
    return false;
  }
}

import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { ReportDraft } from '../../reports/compiling/index.ts';
import type { PaperVersion } from '../../store/papers/versions.ts';
import type { IssuedText } from '../../systems/yearly/annual-report/index.ts';

/** Procedure whose matters carry reports. */
export const PROCEDURE = 'annual-report';

/** A version with its draft as the compiler knows it. */
export type Saved = Omit<PaperVersion, 'content'> & { readonly draft: ReportDraft };

export function savedOf({ content, ...found }: PaperVersion): Saved {
  return { ...found, draft: content as unknown as ReportDraft };
}

/** Every text of a report that was signed, the first and each correction. */
export function issuedTexts(matter: MatterState | undefined): readonly IssuedText[] {
  return (matter?.facts.issued ?? []) as unknown as readonly IssuedText[];
}

export const jsonOf = (draft: ReportDraft): JsonObject => draft as unknown as JsonValue as JsonObject;

/** Digest of a draft as it is fixed at signing. */
export const digestOf = (draft: ReportDraft): string => sm3Hex(canonical(jsonOf(draft)));

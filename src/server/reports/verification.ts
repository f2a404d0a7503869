import qrcode from 'qrcode';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { anchorOf, formatAnchor } from '../../kernel/seal/index.ts';
import type { Verification } from '../../kernel/wording/document.ts';
import type { ReportDraft } from '../../reports/compiling/index.ts';
import { sealNumbered } from '../../store/sealing/checkpoints.ts';
import type { World } from '../world.ts';
import { issuedTexts } from './drafts.ts';

/** A version of a report with the matter it goes through. */
interface Issued {
  readonly report: string;
  readonly version: number;
  readonly draft: ReportDraft;
  readonly matter: MatterState | undefined;
}

/** Pixels of a module of the code: enough for 20 mm on paper at 300 dots an inch. */
const SCALE = 8;

/**
 * What a reader of the paper checks it with: the page of the report as a QR code, the same as stands on that page, and
 * the anchor of the seal its figures rest on. None before it is signed, and none for a report that is not made public.
 *
 * @param site address of the portal as the public knows it, without a path
 */
export async function verificationOf(
  world: World,
  { report, version, draft, matter }: Issued,
  site: string,
): Promise<Verification | undefined> {
  const signed = issuedTexts(matter).some((text) => text.version === version);
  const open = matter?.publications.report?.status !== 'withheld';
  if (!signed || !open || draft.seal === null) return undefined;
  const seal = await sealNumbered(world.sql, world.region.code, draft.seal.number);
  if (!seal) return undefined;
  const address = `${site}/reports/${report}`;
  return {
    text: `扫码可看本报告的公开文本、每个数的口径和留痕证明。数据所依据的封存凭据：${formatAnchor(anchorOf(seal))}`,
    qrPng: new Uint8Array(await qrcode.toBuffer(address, { type: 'png', margin: 2, scale: SCALE })),
  };
}

/** Address of the portal as the public knows it: as the operator says, else as this request came in. */
export const siteOf = (world: World, request: Request): string => world.site ?? new URL(request.url).origin;

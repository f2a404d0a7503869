import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import { RefusedError } from '../../../kernel/errors.ts';
import {
  anchorMatches,
  anchorOf,
  type Checkpoint,
  checkProof,
  checkpointHash,
  type Entry,
  formatAnchor,
  formatCheckpoint,
  formatConsistency,
  isContinued,
  PROOF_HEADER,
  type Proof,
  parseAnchor,
  parseProof,
} from '../../../kernel/seal/index.ts';
import { textDigestOf } from '../../../reports/writing/text-digest.ts';
import { lastSeal, sealNumbered } from '../../../store/sealing/checkpoints.ts';
import { consistencyBetween } from '../../../store/sealing/proof.ts';
import { FileAnswer, type Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import { issuedTexts } from '../../reports/drafts.ts';
import { issuedTextOf } from '../../reports/public.ts';
import type { World } from '../../world.ts';

/** What the public is told of a seal; the anchor is what can be kept and brought back. */
export function sealNote(seal: Checkpoint) {
  return {
    number: seal.number,
    size: seal.size,
    at: seal.sealedAt,
    anchor: formatAnchor(anchorOf(seal)),
  };
}

type Names = 'public.seal' | 'public.verify' | 'public.sealText';

export function publicSealHandlers(world: World): Pick<Handlers, Names> {
  return {
    'public.seal': async () => {
      const seal = await lastSeal(world.sql, world.region.code);
      return { seal: seal ? sealNote(seal) : null };
    },
    'public.verify': async ({ body }) => verifyText(world, body.text),
    'public.sealText': async ({ params }) => sealText(world, params.number),
  };
}

interface Verdict {
  readonly standing: 'genuine' | 'differs' | 'unreadable';
  readonly sentences: string[];
  readonly details: { title: string; text: string }[];
  readonly seal: ReturnType<typeof sealNote> | null;
}

async function verifyText(world: World, text: string): Promise<Verdict> {
  try {
    if (text.trimStart().startsWith(PROOF_HEADER)) return await ofProof(world, parseProof(text));
    return (await ofReport(world, text)) ?? (await ofAnchor(world, text));
  } catch (error) {
    if (error instanceof RefusedError) return unreadable(error.refusal.message.replace(/。$/, ''));
    throw error;
  }
}

function unreadable(why: string): Verdict {
  return {
    standing: 'unreadable',
    sentences: [
      '没有读懂您输入的内容。',
      `${why}。`,
      `封存凭据以FZ1开头，留痕证明的第一行是${PROOF_HEADER}，年度报告请粘贴下载的纯文本全文；请从原件完整复制，或者扫描二维码后粘贴。`,
    ],
    details: [],
    seal: null,
  };
}

/** Shorter than any report: not worth looking for one. */
const SHORTEST_REPORT = 200;

/** The text of a report somebody kept: is it one that was signed here, to the letter? */
async function ofReport(world: World, text: string): Promise<Verdict | undefined> {
  if (text.length < SHORTEST_REPORT) return undefined;
  const digest = textDigestOf(text);
  const found = await issuedTextOf(world, digest);
  if (!found) return undefined;
  const { matter, text: issued, proof } = found;
  const newest = issuedTexts(matter).at(-1)!;
  const publication = matter.publications.report!;
  const standing =
    publication.status === 'withdrawn'
      ? `这份报告已于${chineseDate(publication.withdrawnOn ?? issued.on)}撤下，原因：${publication.reason ?? ''}。`
      : newest.version === issued.version
        ? '这是现行的文本。'
        : `这是更正前的文本；${chineseDate(newest.on)}作过更正，原因：${newest.reason}。`;
  return {
    standing: 'genuine',
    sentences: [
      `您手里的文本与${chineseDate(issued.on)}签发的“${matter.title}”一字不差。`,
      standing,
      proof
        ? `签发已经留痕，收在第${proof.seal.number}号封存里。`
        : '签发的留痕还没有封存，几秒钟后可以再验。',
    ],
    details: [{ title: '正文摘要（SM3）', text: digest }],
    seal: proof ? sealNote(proof.seal) : null,
  };
}

/** An anchor kept outside: does the seal here with its number still have its hash, and is all since then built on it? */
async function ofAnchor(world: World, text: string): Promise<Verdict> {
  const anchor = parseAnchor(text);
  if (anchor.region !== world.region.code) return ofAnotherRegion(world, anchor.region);
  const seal = await sealNumbered(world.sql, world.region.code, anchor.number);
  if (!seal || !anchorMatches(anchor, seal)) {
    return {
      standing: 'differs',
      sentences: [
        seal
          ? `您手里的凭据，与本系统里的第${anchor.number}号封存对不上。`
          : `本系统里没有第${anchor.number}号封存。`,
        '凭据自带校验码，抄错的可能已经排除：或者凭据不是本系统出具的，或者台账在出具以后被改动过。',
        KEEP,
      ],
      details: [
        { title: '凭据上的摘要', text: anchor.hash },
        ...(seal ? [{ title: '系统里的摘要', text: checkpointHash(seal) }] : []),
      ],
      seal: null,
    };
  }
  return genuine(world, seal, [
    `这是${world.region.name}台账的第${seal.number}号封存。`,
    `它封存于${sealTime(seal)}，当时台账里共有${seal.size.toLocaleString('zh-CN')}条留痕。`,
  ]);
}

const KEEP = '请保留凭据原件，向本级法制工作机构或者上一级机关反映，由其核验台账。';

function ofAnotherRegion(world: World, region: string): Verdict {
  return {
    standing: 'differs',
    sentences: [
      `这枚凭据属于行政区划代码为${region}的地区，不是${world.region.name}的。`,
      '每个地区的台账分别封存，只能在出具凭据的地区验真。',
      '请到凭据上载明的地区的公开网站验真。',
    ],
    details: [],
    seal: null,
  };
}

/** A proof of one record: does it climb to its seal, is what was closed what the entry stands for, is that seal ours? */
async function ofProof(world: World, proof: Proof): Promise<Verdict> {
  const { leaf, seal } = proof;
  if (seal.region !== world.region.code) return ofAnotherRegion(world, seal.region);
  const { holds, opens, entry } = checkProof(proof);
  const own = await sealNumbered(world.sql, world.region.code, seal.number);
  const ours = own !== undefined && formatCheckpoint(own) === formatCheckpoint(seal);
  if (!holds || opens === false || !ours || !own) {
    return {
      standing: 'differs',
      sentences: [
        !holds
          ? '这条记录算不出证明里写明的封存，记录或者证明被改动过。'
          : opens === false
            ? '证明附带的内部内容与记录里的摘要不符，内部内容被改动过。'
            : `证明里的第${seal.number}号封存，与本系统里的对不上。`,
        '只要改动一个字，计算的结果就会不同，所以不可能是巧合。',
        KEEP,
      ],
      details: [{ title: '证明里的根', text: seal.root }],
      seal: null,
    };
  }
  const verdict = await genuine(world, own, [
    `这条记录是${world.region.name}台账的第${(leaf + 1).toLocaleString('zh-CN')}条留痕，收在第${own.number}号封存里。`,
    `它封存于${sealTime(own)}，此后没有改动过一个字。`,
  ]);
  return { ...verdict, details: [...shownBy(entry), ...verdict.details] };
}

/** What the record itself makes public, as its proof states it. */
function shownBy({ public: shown }: Entry): Verdict['details'] {
  return shown.flatMap(({ title, content }) => [
    { title: '公开的内容', text: title },
    ...content.flatMap(([name, value]) =>
      value === null || value === '' ? [] : [{ title: name, text: String(value) }],
    ),
  ]);
}

/** The third sentence: nothing since then was changed either, by the consistency proof up to the newest seal. */
async function genuine(world: World, seal: Checkpoint, told: readonly string[]): Promise<Verdict> {
  const newest = (await lastSeal(world.sql, world.region.code))!.number;
  const linked = await consistencyBetween(world.sql, world.region.code, seal.number, newest);
  const continued = isContinued(linked);
  const { to } = linked;
  const sentence =
    to.number === seal.number
      ? '它就是最新的一次封存。'
      : continued
        ? `从那时到最新的第${to.number}号封存（${sealTime(to)}），此前的留痕一条没有少、一条没有改。`
        : `但是最新的第${to.number}号封存不是从它接续下来的，台账在此后被改动过。${KEEP}`;
  return {
    standing: continued ? 'genuine' : 'differs',
    sentences: [...told, sentence],
    details: [
      { title: '封存的根', text: seal.root },
      { title: '封存的摘要', text: checkpointHash(seal) },
      { title: '前一封存的摘要', text: seal.previous },
    ],
    seal: sealNote(seal),
  };
}

/** `2024年9月27日10时05分`, legal time. */
function sealTime({ sealedAt }: Checkpoint): string {
  const local = new Date(Date.parse(sealedAt) + 8 * 3_600_000).toISOString();
  return `${chineseDate(legalDateOf(sealedAt))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

/** A seal's canonical text and the proof that the newest seal continues it, for whoever computes it himself. */
async function sealText(world: World, number: number): Promise<FileAnswer> {
  const newest = await lastSeal(world.sql, world.region.code);
  if (!newest) return refuse('not-found', 'public.seal', '还没有封存。');
  const text = formatConsistency(
    await consistencyBetween(world.sql, world.region.code, number, newest.number),
  );
  return new FileAnswer(new TextEncoder().encode(text), `第${number}号封存证明.txt`);
}

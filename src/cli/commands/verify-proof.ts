import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import {
  type Anchor,
  anchorMatches,
  anchorOf,
  type Checkpoint,
  type Consistency,
  checkProof,
  formatAnchor,
  formatCheckpoint,
  isContinued,
  parseAnchor,
  parseConsistency,
  parseProof,
  type Shown,
} from '../../kernel/seal/index.ts';
import { textDigestOf } from '../../reports/writing/text-digest.ts';

/** Exit code where something does not hold, and where something could not be read. */
const DIFFERS = 1;
const UNREADABLE = 2;
/** Name of the published content that holds the digest of a text. */
const TEXT_DIGEST = '正文摘要';

interface Options {
  readonly text?: string;
  readonly anchor?: string;
  readonly later?: string;
  readonly json?: boolean;
}

/** One thing that was computed. */
interface Check {
  readonly check: 'record' | 'closed' | 'text' | 'anchor' | 'later';
  readonly holds: boolean;
  /** In Chinese, for the person who ran the check. */
  readonly message: string;
}

/**
 * `fazhi verify-proof FILE`: computes a proof from its text alone, without a database, a network or an account.
 * Exit code 0 when all that was asked holds, 1 when something does not, 2 when something cannot be read.
 */
export function verifyProofCommand(): Command {
  return new Command('verify-proof')
    .description('核对一份留痕证明：只凭证明文件计算，不连接任何系统')
    .argument('<文件>', '留痕证明（第一行为 fazhi/proof/2）；- 为标准输入')
    .option('--text <文件>', '报告的纯文本全文，核对它是不是证明里公开的那一份')
    .option('--anchor <凭据>', '系统外留存的封存凭据（以 FZ1 开头），核对证明所依据的封存')
    .option('--later <文件>', '封存证明（第一行为 fazhi/consistency/1），核对此后的封存由它接续')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: Options) => {
      process.exitCode = await run(file, options);
    });
}

async function run(file: string, options: Options): Promise<number> {
  try {
    const proof = parseProof(await read(file));
    const finding = checkProof(proof);
    const { seal, leaf } = proof;
    const { entry } = finding;
    const later = options.later === undefined ? undefined : parseConsistency(await read(options.later));
    const checks = [
      recordCheck(finding.holds, leaf, seal),
      ...(finding.opens === undefined ? [] : [closedCheck(finding.opens)]),
      ...(options.text === undefined ? [] : [textCheck(await read(options.text), entry.public)]),
      ...(later ? [laterCheck(later, seal)] : []),
      ...(options.anchor === undefined ? [] : [anchorCheck(parseAnchor(options.anchor), seal, later)]),
    ];
    const holds = checks.every((check) => check.holds);
    const anchor = formatAnchor(anchorOf(seal));
    const told = options.json
      ? JSON.stringify({ holds, checks, leaf, seal, anchor, entry })
      : describe(checks, entry.public, anchor, options);
    process.stdout.write(`${told}\n`);
    return holds ? 0 : DIFFERS;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (options.json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${message}\n`);
    return UNREADABLE;
  }
}

async function read(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch {
    throw new Error(`无法读取文件“${file}”，请核对路径和权限。`);
  }
}

function recordCheck(holds: boolean, leaf: number, seal: Checkpoint): Check {
  const place = `${seal.region}台账的第${leaf + 1}条留痕，收在第${seal.number}号封存里（${seal.sealedAt}）`;
  return {
    check: 'record',
    holds,
    message: holds
      ? `这条记录是${place}，逐级计算到封存的根，相符。`
      : '这条记录算不出证明里写明的封存的根，记录、路径或者封存被改动过。',
  };
}

function closedCheck(holds: boolean): Check {
  const message = holds
    ? '证明附带的内部内容与记录里的摘要相符。'
    : '证明附带的内部内容与记录里的摘要不符，内部内容被改动过。';
  return { check: 'closed', holds, message };
}

function textCheck(kept: string, shown: readonly Shown[]): Check {
  const digests = shown.flatMap(({ content }) =>
    content.flatMap(([name, value]) => (name === TEXT_DIGEST ? [value] : [])),
  );
  const holds = digests.includes(textDigestOf(kept));
  const message = holds
    ? '文本与这条记录公开的文本一字不差。'
    : digests.length === 0
      ? '这条记录没有公开报告文本，无从比对。'
      : '文本与这条记录公开的文本不同。';
  return { check: 'text', holds, message };
}

function laterCheck(later: Consistency, seal: Checkpoint): Check {
  const same = formatCheckpoint(later.from) === formatCheckpoint(seal);
  const holds = same && isContinued(later);
  const message = holds
    ? `第${later.to.number}号封存（${later.to.sealedAt}）由它接续，其间的留痕一条没有少、一条没有改。`
    : same
      ? `第${later.to.number}号封存不是由它接续的，台账在此后被改动过。`
      : '封存证明里的前一次封存，不是证明所依据的那一次。';
  return { check: 'later', holds, message };
}

/** An anchor kept elsewhere is of the proof's own seal, or of the later one that continues it. */
function anchorCheck(anchor: Anchor, seal: Checkpoint, later: Consistency | undefined): Check {
  const met = [seal, ...(later ? [later.to] : [])].find((known) => anchorMatches(anchor, known));
  const other = anchor.number !== seal.number && anchor.number !== later?.to.number;
  return {
    check: 'anchor',
    holds: met !== undefined,
    message: met
      ? `第${met.number}号封存与留存的凭据相符。`
      : other
        ? `留存的凭据是第${anchor.number}号封存的，证明里没有这次封存；请用--later给出连到它的封存证明。`
        : `第${anchor.number}号封存与留存的凭据不符：或者凭据不是它的，或者台账被整体改写过。`,
  };
}

function describe(
  checks: readonly Check[],
  shown: readonly Shown[],
  anchor: string,
  options: Options,
): string {
  const kept = '请与系统外留存的凭据（上级机关、印发的报告、以前下载的）核对：';
  return [
    ...checks.map(({ holds, message }) => `${holds ? '相符' : '不符'}：${message}`),
    ...shown.flatMap(({ title, content }) => [
      `公开的内容：${title}`,
      ...content.flatMap(([name, value]) =>
        value === null || value === '' ? [] : [`  ${name}：${String(value)}`],
      ),
    ]),
    ...(options.anchor === undefined ? [`所依据的封存，其凭据为 ${anchor}`, `  ${kept}--anchor <凭据>`] : []),
  ].join('\n');
}

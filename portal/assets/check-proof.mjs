// 留痕证明核对程序。用法：node check-proof.mjs 证明.txt [报告正文.txt]
// 只用Node.js自带的SM3（GB/T 32905）重新计算一遍，不连接任何网络，也不使用本网站的任何程序。
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [proofFile, textFile] = process.argv.slice(2);
if (!proofFile) throw new Error('用法：node check-proof.mjs 证明.txt [报告正文.txt]');
const sm3 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sm3')).digest();
const read = (file) =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();

// 证明分三段，各隔一个空行：位置和路径，封存，记录。
const [head, seal, entry] = read(proofFile).split('\n\n');
const lineOf = (part, name) => new RegExp(`^${name} (.*)$`, 'm').exec(part)[1];
const path = [...head.matchAll(/^path ([0-9a-f]{64})$/gm)].map(([, hex]) => Buffer.from(hex, 'hex'));

// 一、记录的摘要：SM3(00 ‖ 记录)。
let hash = sm3(Buffer.of(0), entry);

// 二、沿路径逐级向上：SM3(01 ‖ 左 ‖ 右)，左右由位置决定（RFC 9162第2.1.3.2节）。
let at = Number(lineOf(head, 'leaf'));
let last = Number(lineOf(seal, 'size')) - 1;
for (const other of path) {
  const right = at % 2 === 1 || at === last;
  hash = right ? sm3(Buffer.of(1), other, hash) : sm3(Buffer.of(1), hash, other);
  while (right && at % 2 === 0 && at > 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
}
const holds = at === 0 && last === 0 && hash.toString('hex') === lineOf(seal, 'root');
console.log(holds ? '相符：这条记录收在证明写明的封存里。' : '不符：这条记录算不出证明写明的封存。');

// 三、报告正文的摘要，应当等于记录里公开的“正文摘要”。
const shown = (JSON.parse(entry).public ?? []).flatMap(({ title, content }) => [['标题', title], ...content]);
const same =
  textFile === undefined || shown.some(([, value]) => value === sm3(read(textFile)).toString('hex'));
if (textFile) console.log(same ? '相符：报告正文与记录公开的一字不差。' : '不符：报告正文与记录公开的不同。');

// 四、封存的摘要：SM3(封存段)，按Crockford的32进制写出，就是封存凭据的第五段，请与别处留存的凭据比对。
const bits = [...sm3(`${seal}\n`)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
const digits = bits.padEnd(260, '0').match(/.{5}/g);
const code = digits.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)]).join('');
const [region, number, size] = ['region', 'number', 'size'].map((name) => lineOf(seal, name));
console.log(`所依据的封存，凭据应为：FZ1:${region}:${number}:${size}:${code}`);
for (const [name, value] of shown) if (value !== null && value !== '') console.log(`  ${name}：${value}`);
process.exitCode = holds && same ? 0 : 1;

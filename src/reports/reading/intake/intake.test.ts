import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { knownReport } from '../testing/documents.ts';
import { docxFile, htmlPage, ofdFile, pdfFile } from '../testing/files.ts';
import { cleanText } from './clean.ts';
import { readBytes } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const PARAGRAPHS = [
  '青禾区司法局关于2023年度法治政府建设情况的报告',
  '一、主要举措和成效',
  '（一）推进政务公开。全年公开政府信息218条，依申请公开答复率达100%，群众满意度稳步提升，工作取得新的进展。',
  '二、存在的不足',
  '基层力量有待加强。',
];

const refusal = (bytes: Uint8Array) =>
  readBytes(bytes).then(
    () => 'read',
    (error) => `${error.name}/${error.reason}`,
  );

describe('encodings', () => {
  const gb18030 = new Uint8Array([0xb7, 0xa8, 0xd6, 0xce, 0xd5, 0xfe, 0xb8, 0xae, 0xa1, 0xa3]);
  const wide = (text: string, little: boolean, mark: boolean) => {
    const units = (mark ? `\ufeff${text}` : text).split('').map((char) => char.charCodeAt(0));
    return new Uint8Array(
      units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  };
  const cases: [string, Uint8Array][] = [
    ['UTF-8', utf8('法治政府。')],
    ['UTF-8 with mark', utf8('\ufeff法治政府。')],
    ['GB18030', gb18030],
    ['UTF-16LE with mark', wide('法治政府。', true, true)],
    ['UTF-16BE with mark', wide('法治政府。', false, true)],
    ['UTF-16LE', wide('法治政府。\n\n\n', true, false)],
  ];
  for (const [name, bytes] of cases) {
    it(name, async () => expect((await readBytes(bytes)).text).toBe('法治政府。'));
  }
});

describe('kinds of files, told by content', () => {
  it('plain text', async () =>
    expect((await readBytes(utf8(PARAGRAPHS.join('\n')))).text).toBe(PARAGRAPHS.join('\n')));

  it('docx with automatic numbers', async () => {
    const bytes = docxFile([
      { text: PARAGRAPHS[0]! },
      { text: '主要举措和成效', level: 0 },
      { text: '推进政务公开', level: 1 },
      { text: '公开信息。', level: 2 },
      { text: '答复申请。', level: 2 },
      { text: '规范复议', level: 1 },
      { text: '提高质量。', level: 2 },
      { text: '存在的不足', level: 0 },
      { text: '补短板', level: 1 },
    ]);
    expect((await readBytes(bytes)).text.split('\n').slice(1)).toEqual([
      '一、主要举措和成效',
      '（一）推进政务公开',
      '1.公开信息。',
      '2.答复申请。',
      '（二）规范复议',
      '1.提高质量。',
      '二、存在的不足',
      '（一）补短板',
    ]);
  });

  it('docx with tables, deletions and fields', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const table = `<w:tbl><w:tr>${cell('类别')}${cell('任务')}${cell('单位')}</w:tr><w:tr><w:tc><w:p/></w:tc>${cell('普法')}${cell('区司法局')}</w:tr></w:tbl>`;
    const revised =
      '<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins>' +
      '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>件</w:t></w:r></w:p>';
    const { text } = await readBytes(docxFile([{ text: '报告 & <说明>' }], table + revised));
    expect(text).toBe('报告 & <说明>\n类别\t任务\t单位\n\t普法\t区司法局\n共8件');
  });

  it('ofd', async () => expect((await readBytes(ofdFile(PARAGRAPHS))).text).toBe(PARAGRAPHS.join('\n')));

  it('pdf', async () => expect((await readBytes(pdfFile(PARAGRAPHS))).text).toBe(PARAGRAPHS.join('\n')));
  it('pdf in the Buffer that reading a file gives', async () =>
    expect((await readBytes(Buffer.from(pdfFile(PARAGRAPHS)))).text).toBe(PARAGRAPHS.join('\n')));

  it('pages of government sites', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const known = knownReport(seed);
      const from = known.lines.findIndex((line) => line.startsWith('现将'));
      const body = known.lines.slice(from).map((line) => line.replaceAll('\n', ''));
      const { text, page } = await readBytes(utf8(htmlPage(known.title, body)));
      expect(text, `seed ${seed}`).toBe(cleanText([known.title, ...body].join('\n')).text);
      expect(page).toMatchObject({ published: '2024-01-20', source: '某某区司法局' });
    }
  });

  it('pages laid out by a table inside a form', async () => {
    const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
    const html = `<html><body><form><table><tr><td><a href="#">首页</a></td><td><a>公开</a></td></tr></table>
<table><tbody><tr><td width="20%"><a href="#">栏目，一</a></td><td>${paragraphs}</td></tr></tbody></table></form></body></html>`;
    expect((await readBytes(utf8(html))).text).toBe(PARAGRAPHS.join('\n'));
  });

  it('a page that is mostly a table keeps its other paragraphs', async () => {
    const row = (n: number) =>
      `<tr><td>${n}</td><td>任务，一；任务，二。</td><td>区司法局、区财政局</td></tr>`;
    const html = `<html><body><div><p>任务分解表</p><p>说明。</p><table>${[1, 2, 3, 4].map(row).join('')}</table></div></body></html>`;
    const { text } = await readBytes(utf8(html));
    expect(text.split('\n').slice(0, 3)).toEqual([
      '任务分解表',
      '说明。',
      '1\t任务，一；任务，二。\t区司法局、区财政局',
    ]);
  });

  it('tables and ordered lists of pages', async () => {
    const html =
      '<html><body><div><p>一、情况。</p><table><tr><th>事项</th><th>件数</th></tr><tr><td>许可</td><td>24</td></tr></table><ol><li>甲。</li><li>乙。</li></ol></div></body></html>';
    expect((await readBytes(utf8(html))).text).toBe('一、情况。\n事项\t件数\n许可\t24\n1.甲。\n2.乙。');
  });

  it('Markdown', async () => {
    const { text } = await readBytes(
      utf8(
        '# 工作要点\n\n## 一、要求\n\n**1.加强**[领导](x)。\n\n| 序号 | 任务 |\n|---|---|\n| 1 | 普法 |\n',
      ),
    );
    expect(text).toBe('工作要点\n一、要求\n1.加强领导。\n序号\t任务\n1\t普法');
  });
});

describe('page chrome in plain copies', () => {
  it('goes, and leaves date and source', () => {
    const { text, page } = cleanText(
      '当前位置: 首页 > 文件\n\n关于法治政府建设情况的报告\n\n发布时间:2024年01月09 来源: 本站原创 作者: 点击率:56\n打印 分享到 :\n\n一、情况\n内容。\n扫一扫在手机打开当前页',
    );
    expect(text).toBe('关于法治政府建设情况的报告\n一、情况\n内容。');
    expect(page).toMatchObject({ published: '2024年01月09', source: '本站原创' });
  });

  const kept = [
    '责任单位：区司法局',
    '时间：2024年6月底前。',
    '打印材料600份。',
    '关闭',
    '来源于群众的建议。',
    '联系人：某某',
  ];
  for (const line of kept.filter((line) => line !== '关闭')) {
    it(`keeps ${line}`, () => expect(cleanText(`一、情况\n${line}\n二、打算\n内容。`).text).toContain(line));
  }
});

describe('files that cannot be read', () => {
  const noise = new Uint8Array(50_000).map((_, i) => Math.imul(i + 1, 2_654_435_761) >>> 24);
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  const locked = new Uint8Array([...ole, ...strToU8('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')]);
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
  const cases: [string, Uint8Array, string][] = [
    ['empty', new Uint8Array(0), 'empty'],
    ['only spaces', utf8(' \n\t\n'), 'no-text'],
    ['noise', noise, 'binary'],
    ['.doc', ole, 'legacy-office'],
    ['encrypted docx', locked, 'encrypted'],
    ['zip bomb', bomb, 'zip-bomb'],
    ['other zip', zipSync({ 'a.txt': utf8('文') }), 'other-archive'],
    ['cut zip', docxFile([{ text: '报告' }]).slice(0, 200), 'broken'],
    ['cut pdf', pdfFile(PARAGRAPHS).slice(0, 300), 'broken'],
    ['a page nested without end', utf8(`<html><body>${'<div>'.repeat(200_000)}<p>深处。</p>`), 'broken'],
    ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'no-text'],
    ['too many bytes', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'too-large'],
    ['too many characters', utf8('a'.repeat(5_100_000)), 'too-long'],
  ];
  for (const [name, bytes, reason] of cases) {
    it(name, async () => expect(await refusal(bytes)).toBe(`UnreadableFile/${reason}`));
  }

  it('a bomb that lies about its size', async () => {
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = lying.length - 22 - 80; at < lying.length - 24; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    expect(await refusal(lying)).toBe('UnreadableFile/zip-bomb');
  });
});

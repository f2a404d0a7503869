import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { signatureIndents } from './closing.ts';
import { writeInstrument, writeOfficialDocument } from './docx.ts';
import { annualReport, plainReport } from './examples.ts';
import { caseFiling, penaltyDecision, serviceReceipt, supplementNotice } from './instrument-examples.ts';

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const verified = { ...annualReport, verification: { text: '封存第1号', qrPng: PNG } };

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** Style and text of every paragraph in a part. */
function paragraphs(xml: string): { style: string | undefined; text: string; xml: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1],
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join(''),
    xml: paragraph,
  }));
}

describe('page by GB/T 9704-2012', async () => {
  const parts = partsOf(await writeOfficialDocument(annualReport));
  const body = parts['word/document.xml']!;

  test('A4 with margins 37 / 26 / 35 / 28 mm and a grid of 22 lines', () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margins = /<w:pgMar [^>]*>/.exec(body)![0];
    expect(
      ['top', 'right', 'bottom', 'left'].map((side) =>
        Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)![1]),
      ),
    ).toEqual([2098, 1474, 1984, 1587]);
    expect(body).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"/);
    expect(Math.floor((16838 - 2098 - 1984) / 579)).toBe(22);
  });

  test('28 body characters fit on a line, a 29th does not', () => {
    const style = /<w:style [^>]*w:styleId="OfficialBody">.*?<\/w:style>/s.exec(
      parts['word/styles.xml']!,
    )![0];
    const size = Number(/<w:sz w:val="(\d+)"/.exec(style)![1]);
    const narrowing = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/s.exec(style)![1]);
    const advance = size * 10 + narrowing;
    const line = 11906 - 1474 - 1587;
    expect(Math.floor(line / advance)).toBe(28);
    expect(style).toContain('w:line="579" w:lineRule="exact"');
    expect(style).toContain('<w:widowControl w:val="0"/>');
  });

  test('the typefaces of body, headings and title', () => {
    const face = (id: string) =>
      new RegExp(`w:styleId="${id}">.*?w:eastAsia="([^"]+)"`, 's').exec(parts['word/styles.xml']!)![1];
    expect(['OfficialBody', 'Heading1', 'Heading2', 'Heading3', 'Title'].map(face)).toEqual([
      '仿宋_GB2312',
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '方正小标宋简体',
    ]);
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  });

  test('page numbers: odd pages at the right, even pages at the left, one character in', () => {
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const footerOf = (type: string) => {
      const id = new RegExp(`<w:footerReference [^>]*w:type="${type}"[^>]*>`).exec(body)![0];
      const relation = /r:id="([^"]+)"/.exec(id)![1];
      const target = new RegExp(`Id="${relation}"[^>]*Target="([^"]+)"`).exec(
        parts['word/_rels/document.xml.rels']!,
      )![1];
      return parts[`word/${target}`]!;
    };
    expect(footerOf('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/);
    expect(footerOf('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/);
    expect(paragraphs(footerOf('default'))[0]!.text).toBe('—  —');
    expect(footerOf('default')).toContain('PAGE');
  });

  test('headings carry their level and label', () => {
    const headings = paragraphs(body).filter(({ style }) => style?.startsWith('Heading'));
    expect(headings.map(({ style, text }) => `${style} ${text.slice(0, 10)}`)).toEqual([
      'Heading1 一、主要举措和成效',
      'Heading2 （一）依法全面履行政',
      'Heading3 1.持续优化营商环境',
      'Heading4 （1）规范中介服务。',
      'Heading2 （二）严格规范公正文',
      'Heading1 二、存在的不足和原因',
      'Heading1 三、主要负责人履行推',
      'Heading1 四、2025年度工作',
    ]);
  });

  test('table header repeats, rows stay whole, numbers stand at the right', () => {
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(body)![0];
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(17);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, ...Array(16).fill(false)]);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(paragraphs(rows[1]!).map(({ xml }) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])).toEqual([
      'left',
      'right',
      'right',
      'right',
      'right',
    ]);
  });

  test('properties name title and issuer', () => {
    expect(parts['docProps/core.xml']).toContain(`<dc:title>${annualReport.title}</dc:title>`);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>青岚经济开发区管理委员会</dc:creator>');
  });

  test('the text is complete when another reader reads it back', async () => {
    const bytes = await writeOfficialDocument(annualReport);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const text of [
      '青管发〔2025〕3号',
      '行政权力事项2001项',
      '特此报告。',
      '2025年2月18日',
      '附件1',
      '印发',
    ]) {
      expect(value).toContain(text);
    }
  });
});

describe('signature', () => {
  test('sealed: date four characters from the right, name centred over it', () => {
    const signature = { issuers: ['青岚区司法局'], date: '2024-09-27', sealed: true };
    expect(signatureIndents(signature)).toEqual({ issuers: [4 + 6.5 / 2 - 3], date: 4 });
  });

  test('sealed: a long name stays inside the type area with the date centred under it', () => {
    const signature = { issuers: ['某'.repeat(20)], date: '2024-09-27', sealed: true };
    expect(signatureIndents(signature)).toEqual({ issuers: [0], date: 10 - 6.5 / 2 });
  });

  test('unsealed: name two characters from the right, date beginning two characters further in', () => {
    const signature = { issuers: ['某'.repeat(12)], date: '2024-09-27', sealed: false };
    expect(signatureIndents(signature)).toEqual({ issuers: [2], date: 12 - 6.5 });
  });

  test('unsealed: a date longer than the name keeps the two characters', () => {
    const signature = { issuers: ['某某局'], date: '2024-09-27', sealed: false };
    expect(signatureIndents(signature)).toEqual({ issuers: [2 + 6.5 + 2 - 3], date: 2 });
  });
});

test('signature and copies never stand on a page without text', async () => {
  const body = partsOf(await writeInstrument(penaltyDecision))['word/document.xml']!;
  const all = paragraphs(body);
  const lastText = all.findIndex(({ text }) => text.includes('强制执行'));
  const tied = all.slice(lastText, -1);
  expect(tied.length).toBeGreaterThanOrEqual(5);
  expect(tied.every(({ xml }) => xml.includes('<w:keepNext/>'))).toBe(true);
});

describe('what a reader checks a paper with', () => {
  test.each([
    ['above the imprint', verified],
    ['alone', { ...plainReport, verification: verified.verification }],
  ])('stands once, at the foot of the last page, %s', async (_, paper) => {
    const parts = partsOf(await writeOfficialDocument(paper));
    const body = parts['word/document.xml']!;
    const foot = body.slice(body.lastIndexOf('<w:tbl>'));
    expect(foot).toContain('封存第1号');
    expect(foot.match(/<w:drawing>/g)).toHaveLength(1);
    expect(foot).toContain('w:tblpYSpec="bottom"');
    expect(foot.includes('印发')).toBe('imprint' in paper);
    const others = Object.entries(parts).filter(([path]) => /footer\d/.test(path));
    for (const [path, xml] of others) expect(xml, path).not.toContain('封存第1号');
  });

  test('is not there where nothing is given', async () => {
    const parts = partsOf(await writeOfficialDocument(plainReport));
    expect(parts['word/document.xml']).not.toContain('<w:drawing>');
  });
});

describe('deterministic bytes', () => {
  test('the same paper twice, with links and an image, is the same file', async () => {
    const first = await writeOfficialDocument(verified);
    await writeInstrument(penaltyDecision);
    const second = await writeOfficialDocument(structuredClone(verified));
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('another figure is another file', async () => {
    const first = await writeOfficialDocument(plainReport);
    const second = await writeOfficialDocument({ ...plainReport, title: `${plainReport.title}（稿）` });
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });

  test('every relationship used is declared, and links lead to the figures', async () => {
    const parts = partsOf(await writeOfficialDocument(verified));
    for (const [path, xml] of Object.entries(parts)) {
      const used = [...xml.matchAll(/\br:(?:id|embed|link)="([^"]+)"/g)].map((match) => match[1]);
      const relations = parts[path.replace(/([^/]+)$/, '_rels/$1.rels')] ?? '';
      for (const id of used) expect(relations).toContain(`Id="${id}"`);
    }
    expect(parts['word/_rels/document.xml.rels']).toContain('https://example.org/figures/powers.total');
  });
});

describe('text from people', () => {
  test('control characters and addresses that could run do not reach the file', async () => {
    const parts = partsOf(
      await writeOfficialDocument({
        title: '标题\u0001<&>',
        blocks: [
          {
            kind: 'paragraph',
            content: ['甲\u0000乙', { kind: 'figure', id: 'f', text: '1', href: 'javascript:alert(1)' }],
          },
        ],
      }),
    );
    const texts = paragraphs(parts['word/document.xml']!).map(({ text }) => text);
    expect(texts).toContain('标题&lt;&amp;&gt;');
    expect(texts).toContain('甲乙1');
    expect(Object.values(parts).join('')).not.toContain('javascript:');
  });

  test('Chinese quotation marks keep to the Chinese face', async () => {
    const body = partsOf(await writeOfficialDocument(annualReport))['word/document.xml']!;
    expect(body).toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>[^<]*“一网通办”/);
  });
});

describe('instruments', () => {
  test.each([
    [penaltyDecision, ['行政处罚决定书', '申请行政复议', '人民币壹万贰仟元整', '2024年9月27日']],
    [caseFiling, ['立案审批表', '承办人', '签名：']],
    [supplementNotice, ['一次性告知补正通知书', '3.法定代表人身份证明复印件', '特此通知。']],
    [serviceReceipt, ['送达回证', '受送达人']],
  ])('$name', async (instrument, texts) => {
    const body = partsOf(await writeInstrument(instrument))['word/document.xml']!;
    const text = paragraphs(body)
      .map((paragraph) => paragraph.text)
      .join('\n');
    for (const expected of texts) expect(text).toContain(expected);
  });

  test('a form is bordered and as wide as the type area', async () => {
    const body = partsOf(await writeInstrument(caseFiling))['word/document.xml']!;
    const grid = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(body).toMatch(/<w:insideV w:val="single"/);
  });
});

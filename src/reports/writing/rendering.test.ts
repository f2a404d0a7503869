import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../kernel/wording/document.ts';
import { annualReport } from './examples.ts';
import { renderInstrumentHtml, renderOfficialHtml } from './html.ts';
import { caseFiling, penaltyDecision } from './instrument-examples.ts';
import { numberHeadings } from './numbering.ts';
import { fontSubstitutions, restoreChineseSetting } from './pdf.ts';
import { renderInstrumentText, renderText } from './text.ts';
import { titleLines } from './title.ts';

describe('titleLines', () => {
  test.each([
    ['关于开展执法检查的通知', ['关于开展执法检查的通知']],
    [
      '青岚经济开发区管理委员会关于2024年度法治政府建设情况的报告',
      ['青岚经济开发区管理委员会', '关于2024年度法治政府建设情况的报告'],
    ],
    [
      '岚山市青岚区人民政府办公室关于进一步加强行政执法监督工作的实施意见',
      ['岚山市青岚区人民政府办公室', '关于进一步加强行政执法', '监督工作的实施意见'],
    ],
    ['第一行\n第二行', ['第一行', '第二行']],
  ])('%j', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  test.each([
    '青岚经济开发区管理委员会关于印发《青岚经济开发区重大行政决策程序规定实施办法》的通知',
    '中共岚山市委全面依法治市委员会办公室关于开展2024年度法治政府建设示范创建和第一责任人职责落实情况专项督察的通知',
    '岚山市青岚区人民政府办公室关于进一步加强行政执法监督工作的实施意见',
  ])('%s: whole text, no overfull or orphan line, no waist', (title) => {
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    const widths = lines.map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(21);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(6);
    expect(lines.slice(1).some((line) => /^[的》）、，]/.test(line))).toBe(false);
    const middle = widths.slice(1, -1);
    expect(middle.every((value) => value >= Math.min(widths[0]!, widths.at(-1)!))).toBe(true);
  });
});

test('a text too long for a title is filled line by line, at once', () => {
  const title = '关于进一步加强和改进行政执法监督工作若干问题'.repeat(20);
  const started = performance.now();
  expect(titleLines(title).join('')).toBe(title);
  expect(Math.max(...titleLines(title).map((line) => line.length))).toBeLessThanOrEqual(19);
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('numberHeadings', () => {
  const heading = (level: 1 | 2 | 3 | 4, text: string) => ({ kind: 'heading', level, text }) as const;
  const texts = (...headings: ReturnType<typeof heading>[]) =>
    numberHeadings(headings).map((block) => (block.kind === 'heading' ? block.text : ''));

  test('labels the four levels and starts lower ones anew', () => {
    expect(
      texts(
        heading(1, '甲'),
        heading(2, '乙'),
        heading(3, '丙'),
        heading(4, '丁'),
        heading(2, '戊'),
        heading(3, '己'),
        heading(1, '庚'),
        heading(2, '辛'),
      ),
    ).toEqual(['一、甲', '（一）乙', '1.丙', '（1）丁', '（二）戊', '1.己', '二、庚', '（一）辛']);
  });

  test('keeps a typed label and counts on from it', () => {
    expect(texts(heading(1, '三、甲'), heading(1, '乙'))).toEqual(['三、甲', '四、乙']);
  });
});

describe('renderOfficialHtml', () => {
  test('headings, figures and tables are semantic', () => {
    const $ = load(renderOfficialHtml(annualReport));
    expect($('h1').text()).toBe(annualReport.title);
    expect($('h2').first().text()).toBe('一、主要举措和成效');
    expect($('a[data-figure="powers.total"]').attr('href')).toBe('https://example.org/figures/powers.total');
    expect($('[data-figure="licences.on-time"]').text()).toBe('99.8%');
    expect($('table').first().find('thead th[scope=col]')).toHaveLength(5);
    expect($('.signature time').attr('datetime')).toBe('2025-02-18');
  });

  test('everything written by people is escaped', () => {
    const evil = `<script>alert("1")</script>&'`;
    const document: OfficialDocument = {
      title: evil,
      mark: evil,
      number: evil,
      signers: [evil],
      recipients: evil,
      blocks: [
        { kind: 'heading', level: 1, text: evil, body: [evil] },
        {
          kind: 'paragraph',
          content: [
            evil,
            { kind: 'bold', text: evil },
            { kind: 'figure', id: evil, text: evil, href: `/x?${evil}` },
          ],
        },
        { kind: 'table', caption: evil, unit: evil, columns: [{ header: evil }], rows: [[evil]] },
        {
          kind: 'form',
          widths: [1, 1],
          rows: [
            [
              { text: evil, label: true },
              { text: evil, sign: evil },
            ],
          ],
        },
        { kind: 'details', entries: [{ label: evil, value: evil }] },
        { kind: 'sign', lines: [evil] },
      ],
      annexes: [{ title: evil, blocks: [{ kind: 'paragraph', content: [evil] }] }],
      signature: { issuers: [evil], date: '2025-01-01', sealed: false },
      note: evil,
      imprint: { copyTo: evil, office: evil, date: '2025-01-01' },
      verification: { text: evil },
    };
    const html = renderOfficialHtml(document);
    const $ = load(html);
    expect($('script')).toHaveLength(0);
    expect($('h1').text()).toBe(evil);
    expect($('a').attr('data-figure')).toBe(evil);
    expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(20);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' javascript:x'])(
    '%s is not linked',
    (href) => {
      const $ = load(
        renderOfficialHtml({
          title: '甲',
          blocks: [{ kind: 'paragraph', content: [{ kind: 'figure', id: 'f', text: '1', href }] }],
        }),
      );
      expect($('a')).toHaveLength(0);
      expect($('span[data-figure=f]').text()).toBe('1');
    },
  );

  test('instruments: forms have row headers', () => {
    const $ = load(renderInstrumentHtml(caseFiling));
    expect($('table.form th[scope=row]').first().text()).toBe('案由');
    expect(load(renderInstrumentHtml(penaltyDecision))('dt').first().text()).toBe('当事人');
  });
});

describe('plain text', () => {
  test('a paragraph a line, in the order of the paper', () => {
    const lines = renderText(annualReport).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '青岚经济开发区管理委员会文件',
      '青管发〔2025〕3号',
      '签发人：某某某',
      annualReport.title,
      '岚山市人民政府：',
    ]);
    expect(lines).toContain('附件：1.2024年度法治政府建设主要指标');
    expect(lines.at(-2)).toBe('青岚经济开发区管理委员会办公室　2025年2月18日印发');
  });

  test('instruments', () => {
    expect(renderInstrumentText(penaltyDecision)).toContain('当事人：青岚示例食品有限公司\n');
    expect(renderInstrumentText(caseFiling)).toContain('案由\t涉嫌销售超过保质期的食品\n');
  });
});

describe('pdf settings', () => {
  test('Chinese line setting is restored in the intermediate text', () => {
    const before = '<p style:text-autospace="ideograph-alpha" style:punctuation-wrap="hanging"/>';
    expect(restoreChineseSetting(before)).toBe(
      '<p style:text-autospace="none" style:punctuation-wrap="simple"/>',
    );
  });

  test('each face of the paper has a substitute', () => {
    expect(load(fontSubstitutions(), { xml: true })('match')).toHaveLength(6);
  });
});

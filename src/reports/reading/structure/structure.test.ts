import { describe, expect, it } from 'vitest';
import { cleanText } from '../intake/clean.ts';
import { readMentions } from '../mentions/index.ts';
import { DAMAGES, type Damage, hardWrap, loseBreaks, wrapColumns } from '../testing/damage.ts';
import { type KnownDocument, knownReport } from '../testing/documents.ts';
import { choicesOf } from '../testing/random.ts';
import { readStructure } from './index.ts';

const read = (raw: string) => {
  const { text, page } = cleanText(raw);
  return { text, ...readStructure(text, page) };
};

const shown = (sections: readonly { level: number; number: string; title: string }[]) =>
  sections.map(({ level, number, title }) => `${level} ${number} ${title}`);

const expected = (known: KnownDocument) => shown(known.sections);

describe('generated documents keep their structure', () => {
  for (const [index, name] of (Object.keys(DAMAGES) as Damage[]).entries()) {
    it(`under ${name}`, () => {
      for (let seed = index * 1000; seed < index * 1000 + 200; seed += 1) {
        const known = knownReport(seed);
        const found = read(DAMAGES[name](known.lines));
        expect(shown(found.sections), `seed ${seed}`).toEqual(expected(known));
        expect(found.document, `seed ${seed}`).toMatchObject({
          title: known.title,
          issuer: known.issuer,
          number: known.number,
          date: known.date,
          addressee: known.addressee,
        });
      }
    });
  }

  it('when wrapped at a fixed width', () => {
    for (let seed = 20_000; seed < 20_200; seed += 1) {
      const known = knownReport(seed);
      if (known.lines.filter((line) => line.length > 36).length < 6) continue;
      const wrapped = seed % 2 === 0 ? hardWrap(known.lines, 36) : wrapColumns(known.lines, 72);
      expect(shown(read(wrapped).sections), `seed ${seed}`).toEqual(expected(known));
    }
  });

  it('when line breaks before headings are lost', () => {
    for (let seed = 30_000; seed < 30_200; seed += 1) {
      const known = knownReport(seed);
      const strong = /^(?:[一二三四五六七八九十]+[、．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、])/;
      const raw = loseBreaks(
        known.lines,
        choicesOf(seed),
        (line, before) => strong.test(line) && before.endsWith('。'),
      );
      const found = read(raw);
      expect(
        found.sections.map(({ number }) => number),
        `seed ${seed}`,
      ).toEqual(known.sections.map(({ number }) => number));
    }
  });

  it('with positions that point at number and title', () => {
    for (let seed = 40_000; seed < 40_100; seed += 1) {
      const { text, sections } = read(knownReport(seed).lines.join('\n'));
      for (const section of sections) {
        expect(text.startsWith(section.number, section.start)).toBe(true);
        expect(text.slice(section.titleStart, section.titleEnd)).toBe(section.title);
        const parent = section.parent === null ? null : sections[section.parent]!;
        if (parent) expect(section.start >= parent.start && section.end <= parent.end).toBe(true);
      }
    }
  });

  it('with every document mentioned', () => {
    for (let seed = 50_000; seed < 50_200; seed += 1) {
      const known = knownReport(seed);
      const { text } = read(known.lines.join('\n'));
      const named = readMentions(text).filter(({ title }) => title !== '');
      expect(
        named.map(({ title, number }) => ({ title, number })),
        `seed ${seed}`,
      ).toEqual(known.documents);
    }
  });
});

describe('headings as copies print them', () => {
  const numbers = (raw: string) => read(raw).sections.map(({ number }) => number);

  it('keeps a bracket that was lost', () => {
    expect(numbers('一、工作\n1.加强监管。(1)深化改革。推进登记。2)加强监管。落实责任。')).toEqual([
      '一',
      '1',
      '(1)',
      '2)',
    ]);
  });

  it('restores a heading that lost its number', () => {
    const { sections } = read(
      '一、主要工作\n加强组织领导，强化责任\n1.落实责任。召开会议。\n(二)依法履职\n1.深化改革。推进登记。',
    );
    expect(shown(sections)).toEqual([
      '1 一 主要工作',
      '2  加强组织领导，强化责任',
      '3 1 落实责任',
      '2 (二) 依法履职',
      '3 1 深化改革',
    ]);
  });

  it('finds 一是 glued to the title, and 二是 whose first is lost', () => {
    expect(numbers('1.推进规范化建设工作一是加强检查。开展评查。二是按要求公示。')).toEqual([
      '1',
      '一是',
      '二是',
    ]);
    expect(numbers('1.加强文件管理是严格执行审查制度。认真落实。二是严格执行备案制度。')).toEqual([
      '1',
      '二是',
    ]);
    expect(numbers('一、工作\n共处理5次三是多措并举。')).toEqual(['一']);
  });

  it('knows other words that enumerate, where they go on', () => {
    expect(numbers('一、打算\n第一，加强学习。第二，加强培训。\n其一，抓学习。其二，抓培训。')).toEqual([
      '一',
      '第一',
      '第二',
      '其一',
      '其二',
    ]);
    expect(numbers('一要提高站位。二要压实责任。')).toEqual(['一要', '二要']);
    expect(numbers('工作成效全市第一，群众满意。一要害部门已经整改。')).toEqual([]);
  });

  it('finds numbers that lost their point', () => {
    expect(numbers('一、工作\n1加强领导。召开会议。\n2落实责任。签订责任书。')).toEqual(['一', '1', '2']);
    expect(numbers('一、工作\n1月，召开会议。\n2月，签订责任书。')).toEqual(['一']);
  });

  it('joins a title set on several lines', () => {
    const title = (raw: string) => read(`${raw}\n现将情况报告如下。\n一、工作\n内容。`).document.title;
    expect(title('某某县\n2023年度法治政府建设情况报告')).toBe('某某县2023年度法治政府建设情况报告');
    expect(title('某某县人民政府办公室\n关于印发某某县2023年度法治政府建设\n工作安排的通知')).toBe(
      '某某县人民政府办公室关于印发某某县2023年度法治政府建设工作安排的通知',
    );
    expect(title('某某县文件\n某政发〔2024〕3号\n2023年度法治政府\n建设情况报告')).toBe(
      '2023年度法治政府建设情况报告',
    );
  });

  it('reads number, date and signers that lost their marks', () => {
    const { document } = read(
      '关于印发工作方案的通知\n某县发20174\n现印发给你们。\n中共某某县委\n某某县人民政府\n2017322\n一、要求\n落实。',
    );
    expect(document).toMatchObject({
      number: '某县发〔2017〕4号',
      date: '2017-03-22',
      issuer: '中共某某县委、某某县人民政府',
    });
  });

  it('reads a number beside its signer, and joint signers on one line', () => {
    const { document } = read(
      '\t某政发〔2024〕3号\t签发人：某某某\n2023年度情况报告\n一、情况\n内容。\n中共某某县委 某某县人民政府\n2024年2月20日',
    );
    expect(document).toMatchObject({ number: '某政发〔2024〕3号', issuer: '中共某某县委、某某县人民政府' });
  });

  it('is not fooled by prose', () => {
    const prose = [
      '唯一是不足的是进展不快。二者统一是关键。',
      '一是一，二是二，不能含糊',
      '三、四季度分别开展一次。',
      '根据第五十四条第(一)项和第(二)项处理。',
      '共2.5万件，1.1倍。',
      '2017年，全区工作有序推进。',
      '1.5万户受益。',
      '坚持一是一、二是二，不能含糊。',
      '首先，加强领导。其次，落实责任。',
    ];
    for (const text of prose) expect(numbers(text), text).toEqual([]);
  });

  it('follows items that open their lines over paragraphs between them', () => {
    const body = ['甲项工作有进展。', '乙项工作有进展。', '丙项工作有进展。', '丁项工作有进展。'];
    const text = ['过去一年：', '一是着力攻坚。', ...body, '二是全面振兴。', ...body, '三是守住底线。'].join(
      '\n',
    );
    expect(numbers(text)).toEqual(['一是', '二是', '三是']);
  });

  it('leaves the list of annexes alone', () => {
    const { document, sections } = read(
      '某区司法局关于印发工作方案的通知\n一、总体要求\n落实要求。\n附件：1.任务分解表\n2.责任清单\n某区司法局\n2024年3月5日',
    );
    expect(document.annexes.map(({ label, title }) => [label, title])).toEqual([
      ['附件1', '任务分解表'],
      ['附件2', '责任清单'],
    ]);
    expect(sections.map(({ number }) => number)).toEqual(['一']);
    expect(document).toMatchObject({ date: '2024-03-05', signature: '某区司法局' });
  });
});

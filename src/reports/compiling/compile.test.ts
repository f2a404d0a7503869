import { describe, expect, it } from 'vitest';
import { compileReport, refigureReport } from './compile.ts';
import { paperOf } from './document.ts';
import { catalogue, inputOf, inventedValues } from './figures.testing.ts';
import { changeOf, figureText } from './format.ts';
import { type DraftBlock, type ReportSkeleton, reportSkeletons } from './model.ts';
import { slotsOf } from './slots.ts';
import { paragraphsOf } from './template.ts';
import { templates } from './templates/outlines.ts';
import { blocksIn, figuresUsed, openPoints, unknownFigures, unmappedNumbers } from './text.ts';

const skeletons = Object.keys(reportSkeletons) as ReportSkeleton[];
const textOf = (blocks: readonly DraftBlock[]) =>
  blocks.map(({ kind, text }) => `${kind}:${text}`).join('\n');

describe('templates', () => {
  /** What a template names before its dot is the procedure or list that counts it. */
  const sources = new Set(catalogue.all.flatMap(({ id, source }) => [source, id.split('.')[0]!]));

  it.each(skeletons)(
    '%s names only indicators and kinds that exist, of the systems there are',
    (skeleton) => {
      for (const { indicator, kind } of slotsOf(templates[skeleton])) {
        // Passages of systems that a product does without are left out; those of its own must be right.
        if (!sources.has(indicator.split('.')[0]!)) continue;
        const declared = catalogue.get(indicator);
        if (kind !== undefined) expect(Object.keys(declared.kinds ?? {}), indicator).toContain(kind);
      }
    },
  );

  it.each(skeletons)(
    '%s has rates and changes in brackets only, unless a condition asks for the rate',
    (skeleton) => {
      for (const { text = '', when } of paragraphsOf(templates[skeleton])) {
        const outside = text.replace(/\[[^\]]*\]/g, '');
        expect(outside).not.toContain('~}');
        for (const [, id] of outside.matchAll(/\{([a-z-]+\.[a-z-]+)[^}]*\}/g)) {
          if (when?.slot !== id) expect(catalogue.find(id!)?.measure, id).not.toBe('rate');
        }
      }
    },
  );
});

describe('a compiled report', () => {
  it('writes out what the ledger has and leaves out clauses without a figure', () => {
    const draft = compileReport(
      inputOf({
        'penalty.received': 120,
        'penalty.done': 110,
        'penalty.decided': 100,
        'penalty.decided-by-procedure@simple': 30,
      }),
    );
    expect(textOf(blocksIn(draft))).toContain(
      'paragraph:坚持依法办案、应查必查，全年新立行政处罚案件{{penalty.received}}，办结{{penalty.done}}；作出行政处罚决定{{penalty.decided}}，其中适用简易程序{{penalty.decided-by-procedure@simple}}。',
    );
    expect(figuresUsed(draft).map(({ id, text }) => [id, text])).toEqual([
      ['penalty.received', '120件'],
      ['penalty.done', '110件'],
      ['penalty.decided', '100件'],
      ['penalty.decided-by-procedure@simple', '30件'],
    ]);
  });

  it('calls nothing a part of what is less: it stands beside the text, to be told in a sentence of its own', () => {
    const draft = compileReport(
      inputOf({
        'legality-review.received': 20,
        'legality-review.submitted-by-kind@enforcement-decision': 20,
        'legality-review.submitted-by-kind@contract': 415,
      }),
    );
    expect(textOf(blocksIn(draft))).toContain(
      '，其中重大执法决定{{legality-review.submitted-by-kind@enforcement-decision}}；年内办结',
    );
    expect(figuresUsed(draft).map(({ text }) => text)).not.toContain('415件');
    expect(draft.chapters.flatMap(({ hints = [] }) => hints)).toContainEqual(
      expect.stringMatching(/（行政合同）415件，多于.*20件，口径不同，没有写作“其中”/),
    );
  });

  it('invents nothing: without records every passage is a mark for the clerk', () => {
    const draft = compileReport(inputOf({}));
    expect(figuresUsed(draft)).toEqual([]);
    expect(draft.chapters.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'paragraph')).toEqual(
      [],
    );
    expect(draft.missing).toHaveLength(
      draft.figures.length + draft.missing.filter(({ reason }) => /分母/.test(reason)).length,
    );
    expect(openPoints(draft)[0]).toMatch(/还有\d+处待写内容/);
  });

  it('knows a nought of a register that is kept from the silence of one that is not', () => {
    const draft = compileReport(inputOf({ 'penalty.decided': 100 }));
    const missing = draft.missing.map(({ id }) => id);
    expect(missing).not.toContain('penalty.hearings');
    expect(missing).toContain('licence.applied');
    const { slots, filled } = draft.coverage!;
    expect(filled).toBe(slots - missing.length);
  });

  it('offers what the ledger is silent on and demands only what the law wants', () => {
    const draft = compileReport(inputOf({ 'penalty.decided': 100, 'penalty.received': 110 }));
    const todo = blocksIn(draft).filter(({ kind }) => kind === 'todo');
    // Art. 25: shortcomings with their causes, the first responsible person, the year to come.
    expect(todo.map(({ text }) => text.slice(0, 2))).toEqual(['结合', '主要', '根据']);
    expect(draft.chapters[0]!.hints!.join('')).toContain('重大行政决策');
    expect(textOf(draft.chapters[0]!.blocks)).not.toContain('heading:坚持依法科学民主决策');
    // An outline has no empty chapter: what nothing is known of is asked for, once.
    const outline = compileReport(inputOf({ 'penalty.decided': 100 }, {}, 'outline-2021'));
    expect(outline.chapters.every(({ blocks }) => blocks.length > 0)).toBe(true);
  });

  it('prints a table with its figures as figures', () => {
    const draft = compileReport(inputOf({ 'penalty.decided': 100 }));
    const rows = [
      ['事项', '数量'],
      ['处罚决定', '{{penalty.decided}}'],
    ];
    const table = { kind: 'table' as const, text: '主要数据', rows };
    const paper = paperOf({ ...draft, opening: [table] }, { date: '2025-02-18' });
    expect(paper.blocks[0]).toMatchObject({
      kind: 'table',
      caption: '主要数据',
      columns: [{ header: '事项' }, { header: '数量', align: 'number' }],
      rows: [['处罚决定', { kind: 'figure', id: 'penalty.decided', text: '100件' }]],
    });
    expect(figuresUsed({ ...draft, opening: [table], chapters: [] }).map(({ id }) => id)).toEqual([
      'penalty.decided',
    ]);
  });

  it('puts the year before beside each figure, and asks about a jump', () => {
    const draft = compileReport(
      inputOf(
        { 'penalty.decided': 150, 'penalty.received': 105 },
        { 'penalty.decided': 60, 'penalty.received': 100 },
      ),
    );
    const byId = new Map(draft.figures.map((figure) => [figure.id, figure]));
    expect(byId.get('penalty.decided~')).toMatchObject({ text: '同比增长150%', value: 1.5 });
    expect(byId.get('penalty.received')?.previous).toEqual({ value: 100, text: '100件', source: 'computed' });
    expect(draft.jumps.map(({ id }) => id)).toEqual(['penalty.decided']);
  });

  it('takes the year before from the published report where the ledger did not exist yet', () => {
    const input = inputOf({ 'penalty.decided': 90, 'penalty.disclosure-rate': 0.98 });
    const kept = { document: '2023年度报告', section: '一', text: '……', by: '赵一' };
    const draft = compileReport({
      ...input,
      returnedBefore: [
        { slot: 'penalty.decided', value: 100, unit: '件', ...kept },
        { slot: 'penalty.disclosure-rate', value: 97.5, unit: '%', ...kept },
      ],
    });
    const decided = draft.figures.find(({ id }) => id === 'penalty.decided');
    expect(decided?.previous).toMatchObject({ value: 100, source: 'returned', document: '2023年度报告' });
    expect(draft.figures.find(({ id }) => id === 'penalty.decided~')?.text).toBe('同比下降10%');
    expect(draft.figures.find(({ id }) => id === 'penalty.disclosure-rate~')?.text).toBe(
      '较上年提高0.5个百分点',
    );
  });

  it('says where the published value of last year and the computed one differ', () => {
    const input = inputOf({ 'penalty.decided': 90 }, { 'penalty.decided': 101 });
    const returned = {
      slot: 'penalty.decided',
      value: 100,
      unit: '件',
      document: '甲',
      section: '',
      text: '',
      by: '',
    };
    const draft = compileReport({ ...input, returnedBefore: [returned] });
    expect(draft.conflicts[0]?.message).toContain('为100件，按台账计算为101件');
  });

  it('uses a returned figure where the ledger has none, and says who returned it', () => {
    const returned = {
      slot: 'alert.raised',
      value: 12,
      unit: '件',
      document: '市场监管局报送',
      section: '',
      text: '',
      by: '钱二',
    };
    const draft = compileReport({ ...inputOf({}), returned: [returned] });
    expect(figuresUsed(draft).find(({ id }) => id === 'alert.raised')).toMatchObject({
      text: '12件',
      source: 'returned',
      returned: { by: '钱二', document: '市场监管局报送' },
    });
  });

  it('speaks of a shortcoming only where a figure shows one', () => {
    const good = compileReport(inputOf({ 'penalty.disclosure-rate': 1 }));
    const bad = compileReport(inputOf({ 'penalty.disclosure-rate': 0.99996 }));
    expect(textOf(blocksIn(good))).not.toContain('及时性还有差距');
    expect(textOf(blocksIn(bad))).toContain('按期公示率为{{penalty.disclosure-rate}}');
    expect(figuresUsed(bad)[0]?.text).toBe('99.99%');
  });

  it('measures anew without touching what the clerk wrote', () => {
    const draft = compileReport(inputOf({ 'penalty.decided': 90 }));
    const edited = {
      ...draft,
      opening: [{ kind: 'paragraph' as const, text: '作出决定{{penalty.decided}}，另有3件。' }],
    };
    const again = refigureReport(edited, inputOf({ 'penalty.decided': 91 }));
    expect(again.opening).toEqual(edited.opening);
    expect(figuresUsed(again)[0]?.text).toBe('91件');
    expect(unmappedNumbers(again)).toContainEqual({ block: 0, text: '3件' });
    expect(unknownFigures({ ...again, figures: [] })).toContain('penalty.decided');
  });

  it.each(skeletons)('%s is complete with figures for all its slots', (skeleton) => {
    const draft = compileReport(inputOf(inventedValues(skeleton, 3), {}, skeleton));
    expect(draft.missing).toEqual([]);
    expect(unknownFigures(draft)).toEqual([]);
    expect(unmappedNumbers(draft)).toEqual([]);
  });
});

describe('figures as printed', () => {
  it.each([
    [9500, '元', '9500元'],
    [17_194_200, '元', '1719.42万元'],
    [120_000_000, '元', '1.2亿元'],
    [1028, '件', '1028件'],
    [1, '%', '100%'],
    [0.99996, '%', '99.99%'],
    [0.00001, '%', '0.01%'],
    [0.253, '%', '25.3%'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(figureText(value, unit)).toBe(text);
  });

  it.each([
    [110, 100, '件', '同比增长10%'],
    [90, 100, '件', '同比下降10%'],
    [100, 100, '件', '与上年持平'],
    [100_010, 100_000, '件', '与上年基本持平'],
    [0.92, 0.76, '%', '较上年提高16个百分点'],
    [0.76, 0.76, '%', '与上年持平'],
  ])('%d after %d %s: %s', (value, before, unit, text) => {
    expect(changeOf(value, before, unit)?.text).toBe(text);
  });

  it('says nothing of growth from nought', () => {
    expect(changeOf(5, 0, '件')).toBeNull();
  });
});

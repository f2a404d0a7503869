import { describe, expect, test } from 'vitest';
import type { DocumentContent } from '../../../kernel/procedure/declaration.ts';
import type { MatterState, TakenStep } from '../../../kernel/procedure/matter.ts';
import { documents } from './documents.ts';
import type { PenaltyFacts } from './fields.ts';

const taken = (step: string, on: string): TakenStep => ({ step, on, person: 'head' });

const matter: MatterState = {
  id: 'm1',
  region: '000000',
  procedure: 'penalty',
  version: 1,
  seq: 8,
  number: 'CF-20240226-00000001',
  title: '自然人涉嫌未按规定明码标价案',
  unit: 'u1',
  stages: ['execution'],
  closed: false,
  startedOn: '2024-02-26',
  facts: {},
  pins: {},
  taken: [
    taken('file', '2024-02-29'),
    taken('notify', '2024-03-28'),
    taken('decide', '2024-04-10'),
    taken('close', '2024-05-08'),
  ],
  clocks: {},
  publications: {},
  children: [],
};

const facts: PenaltyFacts = {
  partyKind: 'natural',
  personName: '当事人乙',
  residentId: '11010519491231002X',
  address: '示例路1号',
  violation: '未按规定明码标价',
  officers: ['p1', 'p2'],
  findings: '销售的商品没有标明价格',
  legalBasis: '价格法第四十二条',
  proposedKinds: ['fine'],
  proposedFine: 5000,
  defenceDays: 5,
  hearingOffered: true,
  noticeNumber: '示例处告〔2024〕1号',
  decisionNumber: '示例处罚〔2024〕1号',
  decidedOn: '2024-04-10',
  receivedOn: '2024-04-12',
  kinds: ['fine'],
  fine: 5000,
  content: '罚款5000元',
  exemptionNumber: '示例不罚〔2024〕1号',
  exemptionGround: 'first-offence',
  reviewBody: '示例区人民政府',
  court: '示例区人民法院',
  serviceMethod: 'mail',
};

function render(
  document: keyof typeof documents,
  more: PenaltyFacts = {},
  of: Partial<MatterState> = {},
): DocumentContent {
  return documents[document].render({
    facts: { ...facts, ...more },
    matter: { ...matter, ...of },
    unitName: '示例区市场监督管理局',
    personName: (id) => (id === 'p1' ? '执法人员甲' : '执法人员丙'),
    certificateNumber: (id) => `Z-${id}`,
    dueOf: (clock) => (clock === 'hearing-request' ? '2024-04-07' : undefined),
    dueText: (clock) => (clock === 'hearing-request' ? '2024年4月7日' : ''),
  });
}
const text = (content: DocumentContent) => JSON.stringify(content.blocks);

describe('instruments of a penalty case', () => {
  test.each(Object.keys(documents) as (keyof typeof documents)[])(
    '%s has title, issuer, date and no gap',
    (id) => {
      const content = render(id);
      expect(content.title).toBe(documents[id].name);
      expect(content.issuer).toBe('示例区市场监督管理局');
      expect(content.date).toMatch(/^2024-\d\d-\d\d$/);
      expect(text(content)).not.toMatch(/undefined|NaN|null/);
    },
  );

  test('the decision names the party in full, the amount in words, and both remedies', () => {
    const content = render('decision');
    expect(content.number).toBe('示例处罚〔2024〕1号');
    expect(content.addressee).toBe('当事人乙');
    expect(content.date).toBe('2024-04-10');
    expect(text(content)).toContain('人民币伍仟元整（5000元）');
    expect(text(content)).toContain('60日内向示例区人民政府申请行政复议');
    expect(text(content)).toContain('六个月内依法向示例区人民法院提起行政诉讼');
  });

  test('行政处罚法 art. 59: the decision names facts and evidence, kinds and basis, way and time of carrying out', () => {
    const said = text(
      render('decision', {
        evidenceText: '现场笔录一份',
        carryOut: '停业十日',
        defenceResult: 'partly',
        defenceReviewed: true,
      }),
    );
    expect(said).toContain('有下列证据证明：现场笔录一份');
    expect(said).toContain('依据价格法第四十二条，本机关决定：罚款5000元');
    expect(said).toContain('自收到本决定书之日起十五日内');
    expect(said).toContain('履行方式和期限：停业十日');
    expect(said).toContain('经复核部分采纳');
    const again = text(render('decision', { defenceResult: 'partly', defenceReviewed: false }));
    expect(again).toContain('没有提出陈述申辩意见');
  });

  test('国办发〔2022〕27号: how the benchmark was applied is stated from 17 August 2022', () => {
    const benchmark = {
      list: 'discretion-benchmarks',
      code: 'JZ-1',
      name: '未按规定明码标价',
      tiers: [{ code: '2', name: '一般', min: 2001, max: 20_000 }],
    };
    const decided = (on: string) =>
      text(render('decision', { tier: '2' }, { pins: { benchmark }, taken: [taken('decide', on)] }));
    expect(decided('2022-08-16')).not.toContain('裁量阶次');
    expect(decided('2022-08-17')).toContain('裁量阶次为“一般”（罚款2001元至20000元）');
  });

  test('市场监督管理行政处罚信息公示规定 art. 8: the party is told of the disclosure, from 1 September 2021', () => {
    const market = (decidedOn: string) =>
      text(render('decision', { procedureRules: 'market-supervision', decidedOn }));
    expect(market('2021-08-31')).not.toContain('向社会公示');
    expect(market('2021-09-01')).toContain('本行政处罚信息将依法向社会公示');
    expect(text(render('decision'))).not.toContain('向社会公示');
  });

  test('no penalty is imposed by the article of the day', () => {
    expect(text(render('no-penalty-decision'))).toContain('第三十三条第一款');
    const former = { taken: [taken('decide-no-penalty', '2021-07-14')] };
    expect(text(render('no-penalty-decision', { exemptionGround: 'minor-violation' }, former))).toContain(
      '第二十七条第二款',
    );
  });

  test('行政处罚法 art. 52: a decision on the spot names time and place', () => {
    const said = text(render('on-spot-decision', { onSpotAt: '9时30分', onSpotPlace: '示例路口' }));
    expect(said).toContain('2024年4月10日9时30分');
    expect(said).toContain('示例路口');
  });

  test('the notice gives the days that run: as written, or as the market rules name them on the day', () => {
    const notice = (on: string, more: PenaltyFacts) =>
      text(render('prior-notice', more, { taken: [taken('notify', on)] }));
    const market = { procedureRules: 'market-supervision' } as const;
    expect(notice('2021-07-14', { defenceDays: 3 })).toContain('之日起3日内');
    expect(notice('2021-07-15', { defenceDays: 3 })).toContain('之日起3个工作日内');
    expect(notice('2021-07-14', market)).toContain('之日起3个工作日内');
    expect(notice('2021-07-15', market)).toContain('之日起5个工作日内');
  });

  test('行政强制法 art. 35: the demand names term, way, amount and the right to be heard', () => {
    const said = text(render('demand-letter', { paid: 2000 }));
    expect(said).toContain('十个工作日内');
    expect(said).toContain('人民币叁仟元整（3000元）');
    expect(said).toContain('陈述和申辩');
  });

  test('行政处罚法 art. 64: the summons names time, place, host and rights', () => {
    const said = text(
      render('hearing-summons', {
        hearingOn: '2024-04-22',
        hearingAt: '9时30分',
        hearingPlace: '第一会议室',
        hearingHost: ['p3'],
        hearingPublic: true,
      }),
    );
    for (const part of ['2024年4月22日9时30分', '第一会议室', '执法人员丙', '申请回避', '一至二人代理'])
      expect(said).toContain(part);
  });

  test('a decision on the spot sends to review first since 2024, not before', () => {
    expect(text(render('on-spot-decision', { onSpot: true }))).toContain('应当先');
    const before = render('on-spot-decision', { onSpot: true, decidedOn: '2023-12-31' });
    expect(text(before)).not.toContain('应当先');
  });

  test('the hearing notice says until when a hearing may be asked for', () => {
    expect(text(render('hearing-notice'))).toContain('2024年4月7日');
  });

  test('a fine in cents keeps them in words', () => {
    expect(text(render('decision', { fine: 105.05 }))).toContain('人民币壹佰零伍元零伍分');
  });
});

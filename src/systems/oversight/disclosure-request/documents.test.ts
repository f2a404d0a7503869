import { describe, expect, test } from 'vitest';
import type { DocumentView } from '../../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import type { Answer } from './answers.ts';
import { documents } from './documents.ts';
import type { RequestFacts } from './fields.ts';

function replyOf(answer: Answer, on: string): string {
  const view = {
    facts: {
      answer,
      personName: '甲某',
      applicantClass: 'natural',
      reviewBody: '区人民政府',
      court: '区人民法院',
    },
    matter: { number: 'GK-1', startedOn: on, taken: [{ step: 'decide', on }] } as unknown as MatterState,
    unitName: '测试局',
    dueOf: () => undefined,
  } as unknown as DocumentView<RequestFacts>;
  return JSON.stringify(documents.reply!.render(view));
}

describe('remedies of a reply (行政复议法 art. 23)', () => {
  test('since 2024 a refusal goes to review first', () => {
    expect(replyOf('refused-4', '2024-01-02')).toContain('应当先');
    expect(replyOf('partial', '2024-01-02')).toContain('应当先');
  });
  test('before 2024, or where nothing is refused, either way is open', () => {
    expect(replyOf('refused-4', '2023-12-29')).not.toContain('应当先');
    expect(replyOf('open', '2024-01-02')).not.toContain('应当先');
  });
});

describe('政府信息公开条例 art. 32: a third party that objected is told what is disclosed, and why', () => {
  const facts: RequestFacts = {
    answer: 'partial',
    consulted: 'third-party',
    opinion: 'disagree',
    subject: '检测报告',
    publicInterest: '关系饮用水安全',
    content: '检测结果',
    reviewBody: '区人民政府',
    court: '区人民法院',
  };
  const notice = documents['third-party-notice']!;

  test('only where it said no and the information is given', () => {
    const of = (more: RequestFacts) => notice.applies?.({ ...facts, ...more });
    expect(of({})).toBe(true);
    expect(of({ opinion: 'agree' })).toBe(false);
    expect(of({ answer: 'refused-4' })).toBe(false);
  });

  test('with content, reason and both remedies', () => {
    const view = {
      facts: { ...facts, thirdPartyName: '乙单位' },
      matter: { number: 'GK-1', startedOn: '2024-01-02', taken: [{ step: 'decide', on: '2024-02-01' }] },
      unitName: '测试局',
    } as unknown as DocumentView<RequestFacts>;
    const said = JSON.stringify(notice.render(view));
    for (const part of ['乙单位', '关系饮用水安全', '决定公开：检测结果', '也可以自收到本文书之日起六个月内'])
      expect(said).toContain(part);
  });
});

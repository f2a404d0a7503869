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

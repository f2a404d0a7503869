import { describe, expect, test } from 'vitest';
import { compileList } from './compile.ts';
import { publicItem } from './public.ts';
import { inputFor, Ledger, sample, sampleList } from './test-support.ts';

describe('items in public', () => {
  const ledger = new Ledger();
  const [written] = ledger.do(
    'establish',
    inputFor('establish', 'S-0001', '2024-01-01', { basis: '条例', amount: 3 }),
  );

  test('[K15] only allow-listed fields show, in their order', () => {
    expect(publicItem(sample, written!.version)).toEqual([
      { field: 'code', title: '事项编码', value: 'S-0001' },
      { field: 'name', title: '事项名称', value: '事项S-0001' },
      { field: 'basis', title: '依据', value: '条例' },
    ]);
  });

  test('[K15] an item that left the list shows no more, nor does a list that is not public', () => {
    const [ended] = ledger.do('cancel', inputFor('cancel', 'S-0001', '2024-02-01'));
    expect(publicItem(sample, ended!.version)).toBeUndefined();
    const { publication: _, ...inner } = sampleList;
    expect(publicItem(compileList(inner), written!.version)).toBeUndefined();
  });
});

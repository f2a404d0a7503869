import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse, vouchedSessions } from './house.ts';
import { replay, walkedProcedures } from './walked.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

const walked = await walkedProcedures();

describe.each(walked)('$procedure.id', (entry) => {
  test.each(entry.walks)('$name', async (walk) => {
    expect((await replay(house, entry, walk, {})).problems).toEqual([]);
  });
});

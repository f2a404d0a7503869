import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../../index.ts';

/** Published documents beside the checkout, read by eye; the test is skipped where they are absent. */
const FOLDER = join(import.meta.dirname, '../../../../../../shared/corpus');

/** All figures of each document in order: value and unit, ! where said in words without a number. */
const BY_EYE: Readonly<Record<string, string>> = {
  '000':
    '3个 3个 8项 15项 71项 58项 6个 2个 3个 30% 71项 71项 58项 2001项 281项 8项 15份 10条 130人 0起! 50顶次 5086人次 ' +
    '258人次 214台次 0起! 88家 50次 200人次 0件! 5个 50000元 65次 3个 3个 2次 23家 2次 153件 6条 2期 17194200元 1个 3个 ' +
    '79次 400人次 46起 3个 13类 1个 3个 14次 5个 72次 5次 1000人 2起 325场次 3042人次 34篇次 18篇次 7篇次 4个 1名 6次 1期 2期',
  '003': '1期 2期 10% 6名 1个月',
  '004': '12次 4家 100%',
};

test.skipIf(!existsSync(FOLDER)).each(Object.entries(BY_EYE))('figures of document %s', (name, figures) => {
  const file = readdirSync(FOLDER).find((entry) => entry.startsWith(name))!;
  const read = readText(readFileSync(join(FOLDER, file), 'utf8')).figures;
  expect(read.map((item) => `${item.value}${item.unit}${item.negated ? '!' : ''}`)).toEqual(
    figures.split(' '),
  );
});

import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readDocument, readText } from '../index.ts';
import { cleanText } from '../intake/clean.ts';
import { readStructure } from '../structure/index.ts';
import { knownPlan } from '../testing/plans.ts';
import { writeTaskPaper, writeTaskWorkbook } from './export.ts';
import { readTasks } from './index.ts';

describe('tasks of generated plans', () => {
  it('come out with demands, quantities, units, due days and documents', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const known = knownPlan(seed);
      const { text, page } = cleanText(known.lines.join('\n'));
      const { document, sections } = readStructure(text, page);
      const tasks = readTasks(text, document, sections);
      const found = tasks.map(({ number, part, demands, units, due, basis }) => ({
        number,
        part,
        demands: demands.map((demand) => demand.text),
        quantities: demands.flatMap(({ quantities }) => quantities.map((quantity) => quantity.text)),
        units,
        due,
        basis,
      }));
      expect(found, `seed ${seed}\n${text}`).toEqual(known.tasks);
    }
  });
});

describe('task tables', () => {
  const table = [
    '青禾区2024年法治政府建设工作任务分解表',
    '序号\t工作类别\t主要任务\t牵头单位\t责任单位\t完成时限',
    '1\t依法履职\t公布权责清单；每年至少更新1次\t区政务服务局\t区司法局、各镇（街道）\t2024年6月底前',
    '2\t\t开展案卷评查\t区司法局\t区属各部门\t长期坚持',
  ].join('\n');

  it('are read by the words of their header', () => {
    const { tasks } = readText(table);
    expect(tasks.map(({ number, part, due }) => [number, part, due])).toEqual([
      ['1', '依法履职', '2024-06-30'],
      ['2', '依法履职', null],
    ]);
    expect(tasks[0]!.units.map(({ name, role }) => `${role}:${name}`)).toEqual([
      'lead:区政务服务局',
      'responsible:区司法局',
      'responsible:各镇（街道）',
    ]);
    expect(tasks[0]!.demands[1]!.quantities[0]).toMatchObject({ kind: 'frequency', value: 1, per: '每年' });
  });

  it('are written as a workbook', async () => {
    const { tasks } = readText(table);
    const workbook = await readXlsx(await writeTaskWorkbook(tasks));
    const [header, first] = workbook.sheets[0]!.rows;
    expect(header).toContain('责任单位');
    expect(first).toContain('区司法局、各镇（街道）');
  });

  it('are written as a paper that reads back to the same tasks', async () => {
    const { document, tasks } = readText(table);
    const again = await readDocument({
      name: '任务分解表.docx',
      bytes: await writeTaskPaper(document, tasks),
    });
    expect(tasks).toHaveLength(2);
    const core = (list: typeof tasks) =>
      list.map(({ number, part, units, due }) => ({ number, part, units, due }));
    expect(core(again.tasks)).toEqual(core(tasks));
  });
});

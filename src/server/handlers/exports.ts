import { writeXlsx } from 'hucre';
import { chineseDate, legalDateOf } from '../../kernel/dates.ts';
import { fieldMeta } from '../../kernel/procedure/field-meta.ts';
import { registerRows } from '../../store/matters/register.ts';
import { FileAnswer, type Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { registerQueryOf } from './register-query.ts';
import { fieldsOf, showValue } from './show.ts';
import { stageNames } from './stage-names.ts';

/** Most rows one workbook takes; beyond, the user is asked to narrow the query. */
const MOST = 100_000;

/** A register as a workbook: what the page shows, without personal values. Every export is audited. */
export function exportHandlers(world: World, sessions: Sessions): Pick<Handlers, 'register.export'> {
  return {
    'register.export': async ({ session, params, query, now }) => {
      const procedure = world.systems.registry.find(params.procedure);
      if (!procedure) return refuse('not-found', 'server.register', '没有这个台账。');
      const asked = registerQueryOf(session, procedure, query, now);
      const fields = fieldsOf(procedure);
      // A fact that a step derived has no field that says how to show it: it stays inside.
      const columns = asked.fields.flatMap((name) => {
        const schema = fields.get(name);
        const meta = schema && fieldMeta(schema);
        return meta ? [{ name, schema, meta }] : [];
      });
      const directory = world.directory();
      const rows: (string | number)[][] = [];
      for await (const batch of registerRows(world.sql, { ...asked, page: 1, size: 1000 })) {
        for (const row of batch) {
          const cells = columns.map(({ name, schema, meta }) => {
            const value = row.fields[name];
            if (value === undefined || value === null) return '';
            return typeof value === 'number' ? value : showValue(meta, schema, value, directory);
          });
          rows.push([
            row.number,
            row.title,
            directory.unitName(row.unit),
            stageNames(procedure, row.stages).join('、'),
            row.outcome ?? '',
            row.startedOn,
            row.closedOn ?? '',
            row.due ?? '',
            ...cells,
          ]);
        }
        if (rows.length > MOST)
          refuse('invalid', 'server.export', `结果超过${MOST}行，请缩小查询范围后再导出。`);
      }
      await auditAct(sessions, session, now, 'exported', `${procedure.id} ${rows.length}`);
      const head = [
        '编号',
        '名称',
        '承办单位',
        '环节',
        '结果',
        '登记日期',
        '办结日期',
        '到期日',
        ...columns.map(({ meta }) => meta.title),
      ];
      const bytes = await writeXlsx({
        sheets: [{ name: procedure.declaration.name.slice(0, 31), rows: [head, ...rows] }],
      });
      return new FileAnswer(bytes, `${procedure.declaration.name}台账-${chineseDate(legalDateOf(now))}.xlsx`);
    },
  };
}

import { writeXlsx } from 'hucre';
import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import { auditNames } from '../../../store/identity/audit-names.ts';
import { type AuditRow, auditPage, auditRows } from '../../../store/identity/audit-page.ts';
import { FileAnswer, type Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import { auditKinds } from '../../identity/audit-kinds.ts';
import { type AuditNaming, auditText, idsIn } from '../../identity/audit-text.ts';
import { auditAct, type Sessions } from '../../session.ts';
import { shanghaiTime } from './shanghai-time.ts';
import type { IdentityWorld } from './world.ts';

/** Most rows one workbook takes; beyond, the auditor is asked to narrow the query. */
const MOST = 100_000;

export function auditHandlers(
  world: IdentityWorld,
  sessions: Sessions,
  thing: AuditNaming['thing'],
): Pick<Handlers, 'audit.page' | 'audit.export'> {
  const { sql } = world;
  const region = world.region.code;
  const told = async (rows: readonly AuditRow[]) => {
    const named = await auditNames(sql, region, idsIn(rows));
    return rows.map((row) => ({ ...row, kindName: kindName(row), text: auditText(row, { named, thing }) }));
  };
  return {
    'audit.page': async ({ query: { page, size, ...query } }) => {
      const { rows, total, more } = await auditPage(sql, { region, ...query }, { page, size });
      return {
        rows: await told(rows),
        total,
        more,
        kinds: Object.entries(auditKinds).map(([id, name]) => ({ id, name })),
      };
    },
    'audit.export': async ({ session, query, now }) => {
      const rows = await auditRows(sql, { region, ...query }, MOST + 1);
      if (rows.length > MOST) {
        refuse('invalid', 'server.export', `结果超过${MOST}行，请缩小日期范围后再导出。`);
      }
      await auditAct(sessions, session, now, 'exported', `audit ${rows.length}`);
      const head = ['时间', '人员', '岗位', '类别', '内容', '原始记录'];
      const lines = (await told(rows)).map((row) => [
        shanghaiTime(row.at),
        row.personName ?? row.person ?? '',
        row.postName ?? '',
        row.kindName,
        row.text,
        row.detail,
      ]);
      const bytes = await writeXlsx({ sheets: [{ name: '审计记录', rows: [head, ...lines] }] });
      return new FileAnswer(bytes, `审计记录-${chineseDate(legalDateOf(now))}.xlsx`);
    },
  };
}

function kindName({ kind }: AuditRow): string {
  return auditKinds[kind] ?? kind;
}

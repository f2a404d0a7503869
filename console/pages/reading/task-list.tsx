import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { ReadTask } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import type { StoredFile } from '../../shared/intake.tsx';
import { Refusal } from '../../shared/refusal.tsx';

const ROLES = { lead: '牵头', responsible: '责任', cooperating: '配合' } as const;

/** The tasks of a plan, as a table to take along; each opens at its place in the text. */
export function TaskList({
  tasks,
  file,
  onShow,
}: {
  readonly tasks: readonly ReadTask[];
  readonly file: StoredFile;
  readonly onShow: (at: number) => void;
}) {
  const given = { params: { sm3: file.sm3 }, query: { name: file.name } };
  const assigned = tasks.filter(({ units }) => units.length > 0).length;
  const dated = tasks.filter(({ due, dueText }) => due ?? dueText).length;
  return (
    <section className="figure-side" aria-label="读出的任务">
      <div className="figure-tools">
        <span className="quiet">
          共{tasks.length}项　写明责任单位{assigned}项　写明时限{dated}项
        </span>
        <span className="task-exports">
          <HandOn file={file} />
          <Button size="small" href={client.href('reading.tasksXlsx', given)}>
            导出任务分解表
          </Button>
          <Button size="small" href={client.href('reading.tasksDocx', given)}>
            导出公文格式
          </Button>
        </span>
      </div>
      <ol className="figure-list task-list">
        {tasks.map((task) => (
          <li key={task.start}>
            <button type="button" className="figure-row" onClick={() => onShow(task.start)}>
              <span>
                <span className="quiet">{task.number}</span> <strong>{task.title}</strong>
              </span>
              {task.part && <span className="quiet">{task.part}</span>}
              <Said name="量化要求" words={task.demands.flatMap(({ quantities }) => quantities)} />
              <Said name="单位" words={task.units.map(({ name, role }) => `${name}（${ROLES[role]}）`)} />
              <Said name="时限" words={[task.due ? day(task.due) : (task.dueText ?? '')].filter(Boolean)} />
              <Said name="依据" words={task.basis.map((title) => `《${title}》`)} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Makes the document the year's plan: there every task is confirmed beside its text before it is issued. */
function HandOn({ file }: { readonly file: StoredFile }) {
  const { acting } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => client.call('plans.create', { params: {}, body: { file } }),
    onSuccess: async ({ plan }) => {
      await queries.invalidateQueries({ queryKey: ['plans'] });
      await navigate(`/plans/${plan}`);
    },
  });
  if (acting.kind !== 'legal-office' && acting.kind !== 'legal-office-head') return null;
  return (
    <>
      <Button size="small" type="primary" loading={create.isPending} onClick={() => create.mutate()}>
        录入为年度要点
      </Button>
      {create.error && <Refusal error={create.error} />}
    </>
  );
}

function Said({ name, words }: { readonly name: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <span>
      <span className="quiet">{name}　</span>
      {words.join('、')}
    </span>
  );
}

import { Button } from 'antd';
import { Link } from 'react-router';
import type { ProcedureInfo } from '../../src/client/contract/catalogue.ts';

/** Buttons that open a new matter, for the procedures that the post in use may open. */
export function OpenSteps({
  procedures,
  primary,
}: {
  readonly procedures: readonly ProcedureInfo[];
  /** The usual way in stands out. */
  readonly primary?: boolean;
}) {
  const several = procedures.length > 1;
  return procedures.flatMap((procedure) =>
    procedure.steps
      .filter((step) => procedure.mayOpen.includes(step.id))
      .map((step, index) => (
        <Link key={`${procedure.id}/${step.id}`} to={wayIn(procedure, step.id)}>
          <Button type={primary && index === 0 ? 'primary' : 'default'} tabIndex={-1}>
            {several ? `${procedure.name}：${step.name}` : step.name}
          </Button>
        </Link>
      )),
  );
}

/** Where a matter is begun: by the form of its first step, or at the desk that puts values in. */
function wayIn({ id, desk }: ProcedureInfo, step: string): string {
  return desk?.steps.includes(step) ? desk.path : `/registers/${id}/new/${step}`;
}

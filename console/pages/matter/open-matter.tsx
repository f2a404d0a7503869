import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { client } from '../../api/client.ts';
import { useProcedure } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { StepForm } from '../../forms/step-form.tsx';
import type { Values } from '../../forms/values.ts';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import './matter.css';
import { StepAbout } from './step-about.tsx';

/** The form that opens a new matter. */
export function OpenMatter() {
  const { procedure: id = '', step: stepId = '' } = useParams();
  const procedure = useProcedure(id);
  const step = procedure?.steps.find((each) => each.id === stepId && each.opens);
  const navigate = useNavigate();
  // What the page that leads here knows already.
  const known = (useLocation().state as { initial?: Values } | null)?.initial;
  const queryClient = useQueryClient();
  if (!procedure || !step) return <NotFound />;
  const back = `/registers/${procedure.id}`;
  if (!procedure.mayOpen.includes(step.id)) {
    return (
      <Page title={`${procedure.name}：${step.name}`}>
        <Empty
          title={`现在使用的岗位不能办理“${step.name}”`}
          actions={<Link to={back}>回到{procedure.name}</Link>}
        >
          <p>请在右上角切换到可以办理的岗位；没有这样的岗位的，请联系本单位负责人。</p>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={`${procedure.name}：${step.name}`} beside={<Link to={back}>台账</Link>}>
      <div className="open-matter">
        <StepForm
          key={`${id}/${stepId}`}
          fields={step.fields}
          {...(known ? { initial: known } : {})}
          place={{ procedure: id, matter: 'new', step: stepId }}
          verb={step.name}
          about={<StepAbout step={step} />}
          mayBackdate
          onCancel={() => void navigate(back)}
          send={async (sent) => {
            const done = await client.call('matter.open', {
              params: { procedure: id, step: stepId },
              body: sent,
            });
            void queryClient.invalidateQueries({ queryKey: ['todo'] });
            void queryClient.invalidateQueries({ queryKey: ['register', id] });
            await navigate(`/matters/${done.matter}`, { state: { said: done.message } });
          }}
        />
      </div>
    </Page>
  );
}

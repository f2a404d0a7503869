import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { client } from '../../api/client.ts';
import { useProcedure } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { StepForm } from '../../forms/step-form.tsx';
import type { Values } from '../../forms/values.ts';
import { NotForPost } from '../../shared/not-for-post.tsx';
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
      <NotForPost
        title={`${procedure.name}：${step.name}`}
        act={step.name}
        helper="本单位负责人"
        back={{ path: back, name: procedure.name }}
      />
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

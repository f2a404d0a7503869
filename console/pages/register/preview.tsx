import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { queries } from '../../api/queries.ts';
import { Facts } from '../../shared/facts.tsx';
import { clockThatMatters } from '../../shared/main-clock.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { TimeLeft } from '../../shared/time-left.tsx';
import { Waiting } from '../../shared/waiting.tsx';

/** A matter beside the table: enough to know whether to open it. */
export function Preview({ matter, onClose }: { readonly matter: string; readonly onClose: () => void }) {
  const { data, error } = useQuery(queries.matter(matter));
  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting rows={5} />;
  const clock = clockThatMatters(data);
  const open = data.steps.filter((step) => !step.refusal);
  return (
    <>
      <div className="head">
        <h2>{data.title}</h2>
        <Button size="small" onClick={onClose}>
          关闭
        </Button>
      </div>
      <p>
        <span className="tag">{data.stageNames.join('、')}</span>{' '}
        {clock && !data.closed && <TimeLeft {...clock} />}
      </p>
      <p className="spaced">
        <Link to={`/matters/${data.id}`}>打开办件</Link>
        {open.map((step) => (
          <Link key={step.step} to={`/matters/${data.id}?step=${step.step}`}>
            {step.name}
          </Link>
        ))}
      </p>
      <Facts facts={data.facts.slice(0, 12)} />
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { client } from '../../api/client.ts';
import { queries, useProcedure, useSession } from '../../api/queries.ts';
import { basisText, day } from '../../format.ts';
import { Backdate } from '../../forms/backdate.tsx';
import { knownValues } from '../../forms/known.ts';
import { StepForm } from '../../forms/step-form.tsx';
import type { Values } from '../../forms/values.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { StepAbout } from './step-about.tsx';

export interface StepsProps {
  readonly matter: MatterView;
  readonly onDone: (message: string) => Promise<void>;
  readonly onReload: () => void;
}

/** The steps of the present stage: open ones as buttons, the usual first; shut ones with the reason why. */
export function Steps({ matter, onDone, onReload }: StepsProps) {
  const [search, setSearch] = useSearchParams();
  const procedure = useProcedure(matter.procedure);
  const { on, named, setNamed, steps, error } = useStepsOn(matter);
  const open = inOrder(
    steps.filter((step) => !step.refusal),
    procedure,
  );
  const shut = steps.filter((step) => step.refusal);
  const asked = search.get('step');
  const chosen = open.find((step) => step.step === asked && !step.atDesk);
  const missed = asked && !chosen ? shut.find((step) => step.step === asked) : undefined;
  // Asked for by an address or a form that stood open while somebody was faster.
  const gone =
    asked && !chosen && !missed
      ? procedure?.steps.find((step) => step.id === asked && !step.opens)
      : undefined;
  const choose = (step: string | undefined) =>
    setSearch(step ? { step } : {}, { replace: true, preventScrollReset: true });
  // A way out that is merely the only one is not what the matter waits for.
  const expected = (step: (typeof open)[number]) =>
    step.usual || (open.length === 1 && !steps.some(({ usual }) => usual));
  const info = chosen && procedure?.steps.find((step) => step.id === chosen.step);
  // Publishing is nobody's stage: whoever may publish finds it among what he may do all the same.
  const toPublish = matter.publications.filter(
    ({ status, steps: may }) => status === 'due' && may.some(({ step }) => step === '$publish'),
  );
  if (matter.steps.length === 0 && toPublish.length === 0) {
    return <p className="quiet steps">{matter.closed ? '本办件已办结。' : '现在没有等待办理的环节。'}</p>;
  }
  return (
    <section className="steps no-print" aria-label="可以办理的环节">
      <div className="step-buttons">
        {open.map((step, index) =>
          step.atDesk && matter.desk ? (
            <Link key={step.step} to={matter.desk.path} title={`在${matter.desk.name}页面办理`}>
              <Button type={step.usual ? 'primary' : 'default'} tabIndex={-1}>
                {step.name}
              </Button>
            </Link>
          ) : (
            <Button
              key={step.step}
              type={step === chosen || (!chosen && expected(step) && index === 0) ? 'primary' : 'default'}
              aria-expanded={step === chosen}
              onClick={() => choose(step === chosen ? undefined : step.step)}
            >
              {step.name}
            </Button>
          ),
        )}
        {toPublish.map(({ id, name }, index) => (
          <Button
            key={id}
            type={open.length === 0 && index === 0 ? 'primary' : 'default'}
            onClick={() => setSearch({ publication: id }, { replace: true, preventScrollReset: true })}
          >
            公示{toPublish.length > 1 && `：${name}`}
          </Button>
        ))}
        {open.length === 0 && toPublish.length === 0 && (
          <span className="quiet">以现在使用的岗位没有可以办理的环节。</span>
        )}
        <Backdate on={named} onChange={setNamed} first={matter.record.at(-1)?.on ?? matter.startedOn} />
      </div>
      {error ? <Refusal error={error} /> : null}
      {missed && (
        <p className="notice warn">
          {on ? day(on) : '现在'}不能{missed.name}：{missed.refusal?.message}
        </p>
      )}
      {gone && (
        <p className="notice warn">
          “{gone.name}”已经不在现在的阶段，可能他人先办理了；没有提交的填写内容不会登记。请看办理记录。
        </p>
      )}
      {chosen && info && (
        <div className="step-panel">
          <h2>{chosen.name}</h2>
          <StepForm
            key={chosen.step}
            fields={info.fields}
            initial={{ ...knownValues(matter, chosen.step, info.fields), ...(chosen.proposed as Values) }}
            pins={matter.pins}
            place={{ procedure: matter.procedure, matter: matter.id, step: chosen.step }}
            verb={chosen.name}
            about={<StepAbout step={info} />}
            {...(on ? { on } : {})}
            onStep={choose}
            onStale={onReload}
            onCancel={() => choose(undefined)}
            send={async (sent) => {
              const done = await client.call('matter.step', {
                params: { procedure: matter.procedure, matter: matter.id, step: chosen.step },
                body: { ...sent, expected: matter.seq },
              });
              // The form goes first: once the matter is read again, its step may be gone.
              choose(undefined);
              await onDone(done.message);
            }}
          />
        </div>
      )}
      {shut.length > 0 && <Shut steps={shut} />}
    </section>
  );
}

/** The usual step first; what the applicant himself may do at any time, such as to withdraw, last. */
function inOrder(
  steps: MatterView['steps'],
  procedure: ReturnType<typeof useProcedure>,
): MatterView['steps'] {
  const his = (id: string) =>
    procedure?.steps.find((step) => step.id === id)?.by.includes('applicant') ?? false;
  const rank = (step: MatterView['steps'][number]) => (step.usual ? 0 : his(step.step) ? 2 : 1);
  return [...steps].sort((a, b) => rank(a) - rank(b));
}

/**
 * The steps as they stand today; or, once a day is named on which an act was done on paper, as they stood on that day:
 * what has run out since was open then.
 */
function useStepsOn(matter: MatterView) {
  const { today } = useSession();
  const [named, setNamed] = useState<string>();
  const on = named !== undefined && named < today ? named : undefined;
  const { data, error } = useQuery({
    ...queries.matter(matter.id, on),
    enabled: on !== undefined,
    placeholderData: keepPreviousData,
  });
  return { on, named, setNamed, steps: (on && data?.steps) || matter.steps, error: on && error };
}

/** Shut steps that are shut for one reason stand on one line with it. */
function Shut({ steps }: { readonly steps: MatterView['steps'] }) {
  const reasons = new Map<string, string[]>();
  for (const { name, refusal } of steps) {
    if (!refusal) continue;
    // Whose step it is reads the same for all of them once the name of each is left out.
    const message = refusal.message.startsWith(`“${name}”由`)
      ? refusal.message.slice(name.length + 2)
      : refusal.message;
    const reason = message + (refusal.basis ? `（依据${basisText(refusal.basis)}）` : '');
    reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  }
  return (
    <ul className="shut" aria-label="现在不能办理的环节">
      {[...reasons].map(([reason, names]) => (
        <li key={reason}>
          <span>{names.join('、')}</span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}

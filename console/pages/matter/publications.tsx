import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { client } from '../../api/client.ts';
import type { JsonValue } from '../../api/json.ts';
import { useSession } from '../../api/queries.ts';
import { day, shortDay } from '../../format.ts';
import { StepForm } from '../../forms/step-form.tsx';
import { Facts } from '../../shared/facts.tsx';

type Publication = MatterView['publications'][number];

const statuses: Readonly<Record<string, string>> = {
  due: '待公示',
  published: '已公示',
  withdrawn: '已撤下',
  withheld: '依法不公示',
};

/** Correcting and withdrawing say why; publishing says nothing more. */
const reason: FormField = {
  name: 'reason',
  title: '理由',
  widget: 'long-text',
  required: true,
  personal: false,
  max: 500,
};

/** What of the matter is public or due to be, with exactly what the public sees. */
export function Publications({
  matter,
  onDone,
}: {
  readonly matter: MatterView;
  readonly onDone: (message: string) => Promise<void>;
}) {
  const [search, setSearch] = useSearchParams();
  const opened = matter.publications.find(({ id }) => id === search.get('publication'));
  const open = (id: string | undefined) => setSearch(id ? { publication: id } : {}, { replace: true });
  return (
    <>
      {matter.publications.map((publication) => (
        <li key={publication.id}>
          <button type="button" className="plain" onClick={() => open(publication.id)}>
            {publication.name}
          </button>{' '}
          <Status publication={publication} />
        </li>
      ))}
      <Drawer
        open={opened !== undefined}
        onClose={() => open(undefined)}
        title={opened?.name}
        size={560}
        destroyOnHidden
      >
        {opened && (
          <Opened
            matter={matter}
            publication={opened}
            onDone={async (message) => {
              open(undefined);
              await onDone(message);
            }}
          />
        )}
      </Drawer>
    </>
  );
}

function Status({ publication }: { readonly publication: Publication }) {
  const { today } = useSession();
  const { status, due, publishedOn, withdrawnOn } = publication;
  const on = withdrawnOn ?? publishedOn;
  const late = status === 'due' && due !== undefined && due < today;
  return (
    <span className={late ? 'late' : 'quiet'}>
      {statuses[status] ?? status}
      {on ? `（${day(on)}）` : due ? `（${shortDay(due, today)}到期）` : ''}
    </span>
  );
}

function Opened({
  matter,
  publication,
  onDone,
}: {
  readonly matter: MatterView;
  readonly publication: Publication;
  readonly onDone: (message: string) => Promise<void>;
}) {
  const [chosen, setChosen] = useState(publication.steps[0]?.step);
  useEffect(() => setChosen(publication.steps[0]?.step), [publication]);
  const step = publication.steps.find((each) => each.step === chosen);
  return (
    <>
      {publication.reason && <p className="notice">理由：{publication.reason}</p>}
      <h3>公众看到的内容</h3>
      <Facts
        facts={publication.preview.map(([title, value]) => ({
          name: title,
          title,
          text: shown(value),
          wide: true,
        }))}
      />
      {publication.steps.length > 1 && (
        <p className="step-buttons" style={{ marginTop: 16 }}>
          {publication.steps.map((each) => (
            <Button key={each.step} aria-pressed={each === step} onClick={() => setChosen(each.step)}>
              {each.name}
            </Button>
          ))}
        </p>
      )}
      {step && (
        <div style={{ marginTop: 16 }}>
          <StepForm
            key={step.step}
            fields={step.step === '$publish' ? [] : [reason]}
            place={{ procedure: matter.procedure, matter: matter.id, step: `${step.step}/${publication.id}` }}
            verb={step.name}
            send={async ({ input, ...sent }) => {
              const done = await client.call('matter.step', {
                params: { procedure: matter.procedure, matter: matter.id, step: step.step },
                body: { ...sent, expected: matter.seq, input: { ...input, publication: publication.id } },
              });
              await onDone(done.message);
            }}
          />
        </div>
      )}
      {publication.steps.length === 0 && (
        <p className="quiet" style={{ marginTop: 16 }}>
          公示、更正和撤下由公示人员办理。
        </p>
      )}
    </>
  );
}

function shown(value: JsonValue): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(shown).join('；');
  if (typeof value === 'object') return Object.values(value).map(shown).join('，');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : String(value);
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReturnItemView } from '../../../src/client/contract/return-forms.ts';
import { type Answer, client, ProblemError } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { FormItems } from './form-items.tsx';
import { useOffice } from './frame.tsx';
import { type PeriodKind, periodKindNames } from './words.ts';
import './returns.css';

type Loaded = Answer<'returns.form'>;

/** One form: its items, how they hang together, who owes them, what figure of the product they are values of. */
export function FormPage() {
  const { form } = useParams();
  const fresh = form === 'new';
  const { indicators, units } = useCatalogue();
  const result = useQuery({
    queryKey: ['returns', 'form', form],
    queryFn: ({ signal }) => client.call('returns.form', { params: { form: form! }, query: {} }, { signal }),
    enabled: !fresh,
    refetchOnWindowFocus: false,
  });
  if (fresh) {
    const empty: Loaded = {
      form: { code: '', name: '', periodKind: 'month', note: '', items: [] },
      version: 0,
      indicators: indicators
        .filter(({ measure }) => measure !== 'rate')
        .map(({ id, name, unit }) => ({ id, name, unit })),
      units: units.map((unit) => ({ ...unit })),
    };
    return <Form loaded={empty} />;
  }
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="报表" rows={12} />;
  return <Form key={result.data.version} loaded={result.data} />;
}

function Form({ loaded }: { readonly loaded: Loaded }) {
  const office = useOffice();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const fresh = loaded.version === 0;
  const [code, setCode] = useState(loaded.form.code);
  const [name, setName] = useState(loaded.form.name);
  const [periodKind, setPeriodKind] = useState<PeriodKind>(loaded.form.periodKind);
  const [note, setNote] = useState(loaded.form.note);
  const [items, setItems] = useState<readonly ReturnItemView[]>(loaded.form.items);
  const written = JSON.stringify([code, name, periodKind, note, items]);
  const [saved, setSaved] = useState(written);
  const save = useMutation({
    mutationFn: (_: { leaving?: boolean }) =>
      client.call('returns.saveForm', {
        params: { form: code.trim() },
        body: {
          expected: loaded.version,
          form: JSON.parse(JSON.stringify({ name, periodKind, note, items })),
        },
      }),
    onSuccess: async (done, { leaving = false }) => {
      setSaved(written);
      void message.success(done.message);
      await queries.invalidateQueries({ queryKey: ['returns'] });
      if (fresh && !leaving) await navigate(`/returns/forms/${code.trim()}`);
    },
  });
  useUnsavedGuard(
    office && written !== saved
      ? { what: '报表的修改', save: () => save.mutateAsync({ leaving: true }) }
      : undefined,
  );
  const fields = save.error instanceof ProblemError ? (save.error.problem.fields ?? []) : [];
  return (
    <Page
      title={fresh ? '新建报表' : name}
      beside={fresh ? undefined : <span className="quiet">第{loaded.version}版</span>}
      about={<Link to="/returns/forms">回到报表</Link>}
      actions={
        office && (
          <Button
            type="primary"
            loading={save.isPending}
            disabled={code.trim() === ''}
            onClick={() => save.mutate({})}
          >
            保存
          </Button>
        )
      }
    >
      {save.error && (
        <Refusal error={save.error}>
          {fields.length > 1 && (
            <ul>
              {fields.map(({ path, message: said }) => (
                <li key={`${path} ${said}`}>
                  {placeOf(path)}
                  {said}
                </li>
              ))}
            </ul>
          )}
        </Refusal>
      )}
      <div className="returns-form" style={{ maxWidth: 720 }}>
        <label htmlFor="form-code">报表编码</label>
        <Input
          id="form-code"
          value={code}
          disabled={!fresh}
          maxLength={20}
          placeholder="字母和数字，保存后不能修改"
          onChange={(event) => setCode(event.target.value)}
        />
        <label htmlFor="form-name">报表名称</label>
        <Input
          id="form-name"
          value={name}
          readOnly={!office}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="form-kind">报送周期</label>
        <Select
          id="form-kind"
          value={periodKind}
          disabled={!office}
          onChange={setPeriodKind}
          options={Object.entries(periodKindNames).map(([value, label]) => ({
            value: value as PeriodKind,
            label,
          }))}
        />
        <label htmlFor="form-note">填报要求</label>
        <Input.TextArea
          id="form-note"
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={1000}
          readOnly={!office}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <FormItems
        prefix={code.trim()}
        items={items}
        indicators={loaded.indicators}
        units={loaded.units}
        wrong={new Set(fields.map(({ path }) => path))}
        {...(office ? { onChange: setItems } : {})}
      />
    </Page>
  );
}

/** `items.3.code` → `第4行：`. */
function placeOf(path: string): string {
  const row = /^items\.(\d+)/.exec(path)?.[1];
  return row === undefined ? '' : `第${Number(row) + 1}行：`;
}

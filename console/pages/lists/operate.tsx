import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { JsonValue } from '../../../src/client/client.ts';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { basesText, day } from '../../format.ts';
import { FormFields } from '../../forms/form-fields.tsx';
import { useForm } from '../../forms/use-form.ts';
import { isEmpty, type Values } from '../../forms/values.ts';
import { Page } from '../../shared/page.tsx';
import { problemOf, Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { NotKept } from './not-kept.tsx';
import { makesNew } from './operations.ts';
import './lists.css';

type Item = Answer<'list.item'>;
type Operation = ListInfo['operations'][number];

/** An operation of a list as a form: on the item of the address, or bringing in a new one. */
export function OperatePage() {
  const { list: id = '', operation: wanted = '' } = useParams();
  const [search] = useSearchParams();
  const list = useList(id);
  const operation = list?.operations.find((each) => each.id === wanted);
  const code = search.get('code') ?? '';
  if (!list || !operation || (code === '' && !makesNew(operation.id))) return <NotFound />;
  if (!list.mayOperate) return <NotKept list={list} act={operation.name} />;
  return makesNew(operation.id) ? (
    <FormOf key={operation.id} list={list} operation={operation} />
  ) : (
    <OnItem key={`${operation.id} ${code}`} list={list} operation={operation} code={code} />
  );
}

function OnItem({
  list,
  operation,
  code,
}: {
  readonly list: ListInfo;
  readonly operation: Operation;
  readonly code: string;
}) {
  const result = useQuery({
    queryKey: ['list-item', list.id, code, ''],
    queryFn: ({ signal }) => client.call('list.item', { params: { list: list.id, code } }, { signal }),
  });
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  return result.data ? (
    <FormOf list={list} operation={operation} item={result.data} />
  ) : (
    <Waiting what="事项" />
  );
}

interface FormProps {
  readonly list: ListInfo;
  readonly operation: Operation;
  readonly item?: Item;
}

function FormOf({ list, operation, item }: FormProps) {
  const { person, today } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const code = item?.row.code ?? '';
  const fields = grouped(operation, item === undefined);
  const form = useForm(
    fields,
    { person: person.id, procedure: list.id, matter: code, step: operation.id },
    { ...(item ? valuesOf(operation, item) : {}), effective: today },
  );
  const send = useMutation({
    mutationFn: (given: Record<string, JsonValue>) => {
      const { code: typed, effective, ...input } = given;
      return client.call('list.operate', {
        params: { list: list.id, operation: operation.id },
        body: {
          request: form.request,
          code: item ? code : String(typed),
          on: String(effective),
          input: { ...input, ...(item ? emptied(list, operation, item, form.values) : {}) },
        },
      });
    },
    onSuccess: async (answer) => {
      form.clear();
      void message.success(answer.message);
      await Promise.all(
        ['list', 'list-item', 'list-diff'].map((key) =>
          queryClient.invalidateQueries({ queryKey: [key, list.id] }),
        ),
      );
      await navigate(`/lists/${list.id}/items/${encodeURIComponent(answer.code)}`);
    },
    onError: (error) => form.setErrors(problemOf(error).fields ?? []),
  });
  const submit = () => {
    const input = form.check();
    if (input) send.mutate(input);
  };
  const back = item ? `/lists/${list.id}/items/${encodeURIComponent(code)}` : `/lists/${list.id}`;
  return (
    <Page
      title={`${operation.name}：${item?.row.name ?? list.name}`}
      about={
        <div className="spaced">
          <Link className="crumb" to={back}>
            回到{item ? '事项' : '清单'}
          </Link>
          {item && (
            <>
              <span>{code}</span>
              <span>{item.row.unitName}</span>
              <span>
                自{day(item.row.fromDate)}起{item.row.statusName}
              </span>
            </>
          )}
        </div>
      }
    >
      <form
        className="operate"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {form.restored && (
          <p className="notice">
            已恢复上次没有提交的内容。
            <button type="button" className="plain" onClick={form.clear}>
              重新填写
            </button>
          </p>
        )}
        <FormFields form={form} id="operate" />
        {send.error ? <Refusal error={send.error} /> : null}
        {form.errors.length > 0 && !send.error && (
          <p className="late" role="alert">
            有{form.errors.length}处需要改正。
          </p>
        )}
        <div className="operate-foot">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {operation.name}
          </Button>
          <Link to={back}>
            <Button tabIndex={-1}>返回</Button>
          </Link>
          <span className="quiet">依据{basesText(list.basis)}</span>
        </div>
      </form>
    </Page>
  );
}

/** What an operation is asked for whatever the list. */
const ofOperation: readonly string[] = ['effective', 'documentTitle', 'documentNumber', 'reason'];

/** The content of the item first, then the ground of the operation. A chosen item's code is no question any more. */
function grouped(operation: Operation, withCode: boolean): Operation['fields'] {
  const ground = operation.fields.filter(({ name }) => ofOperation.includes(name));
  const content = operation.fields.filter(
    ({ name }) => !ofOperation.includes(name) && (withCode || name !== 'code'),
  );
  return [
    ...content.map((field) => ({ ...field, group: field.group ?? '事项内容' })),
    ...ground.map((field) => ({ ...field, group: '变动依据' })),
  ];
}

/** What the form begins with: the item as it stands, in the fields the operation may change. */
function valuesOf(operation: Operation, { row }: Item): Values {
  return Object.fromEntries(
    operation.fields.flatMap(({ name }) => {
      const value = row.item[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

/** An optional field that had a value and is empty now is to be emptied: leaving it out would leave it as it was. */
function emptied(list: ListInfo, operation: Operation, { row }: Item, values: Values): Record<string, null> {
  const optional = list.fields.filter((field) => !field.required).map(({ name }) => name);
  const asked = operation.fields.map(({ name }) => name);
  return Object.fromEntries(
    optional
      .filter((name) => asked.includes(name) && !isEmpty(row.item[name]) && isEmpty(values[name]))
      .map((name) => [name, null]),
  );
}

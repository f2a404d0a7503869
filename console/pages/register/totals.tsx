import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import { client } from '../../api/client.ts';
import { number } from '../../format.ts';
import { fieldText } from '../../shared/field-text.ts';
import type { Asked } from './asked.ts';

/** Sums of the number columns in sight, over every matter the query finds and not only this page. */
export function Totals({
  procedure,
  asked,
  shown,
}: {
  readonly procedure: ProcedureInfo;
  readonly asked: Asked;
  /** Ids of the columns in sight. */
  readonly shown: readonly string[];
}) {
  const fields = procedure.columns.filter(
    ({ name, widget }) => (widget === 'money' || widget === 'integer') && shown.includes(`field:${name}`),
  );
  const { page: _, size: __, sort: ___, ...query } = asked;
  const { data } = useQuery({
    queryKey: ['register', procedure.id, 'totals', query],
    queryFn: ({ signal }) =>
      client.call('register.totals', { params: { procedure: procedure.id }, query }, { signal }),
    placeholderData: keepPreviousData,
    enabled: fields.length > 0,
  });
  if (fields.length === 0 || !data) return null;
  if (data.tooMany) return <span className="quiet">符合条件的办件太多，缩小范围后显示合计。</span>;
  return (
    <span className="totals">
      {fields.map((field) => {
        const total = data.columns.find((column) => column.field === field.name);
        if (!total) return null;
        return (
          <span key={field.name} title={`按全部符合条件的办件合计，其中${number(total.count)}件有此项`}>
            {field.title}合计 <strong>{fieldText(field, total.sum)}</strong>
            <span className="quiet">（{number(total.count)}件）</span>
          </span>
        );
      })}
    </span>
  );
}

import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { v4 as newId } from 'uuid';
import type { UnitView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { points } from './words.ts';

const roundNames = { first: '第一人', second: '第二人', third: '第三人' } as const;

/** A reviewer's points for one unit: given once, closed until the unit is told. */
export function ReviewForm({ view, onDone }: { readonly view: UnitView; readonly onDone: () => void }) {
  const { message } = App.useApp();
  const review = view.review!;
  const items = view.items.filter(({ code }) => review.codes.includes(code));
  const [marks, setMarks] = useState<Readonly<Record<string, { points: number | null; remark: string }>>>({});
  const of = (code: string) => marks[code] ?? { points: null, remark: '' };
  const set = (code: string, by: Partial<{ points: number | null; remark: string }>) =>
    setMarks({ ...marks, [code]: { ...of(code), ...by } });
  const give = useMutation({
    mutationFn: () =>
      client.call('assessment.judge', {
        params: { matter: view.assessment, unit: view.unit },
        body: {
          request: newId(),
          marks: items.map(({ code }) => ({
            code,
            points: of(code).points!,
            ...(of(code).remark.trim() ? { remark: of(code).remark.trim() } : {}),
          })),
        },
      }),
    onSuccess: ({ message: said }) => {
      void message.info(said);
      onDone();
    },
  });
  return (
    <section className="assessment-review">
      <h2>评议（{roundNames[review.round]}）</h2>
      <p className="quiet">评分提交后封存，不能更改；另一名评议人员和被考核单位在告知前都看不到。</p>
      {items.map(({ code, title, max, explanations }) => (
        <div key={code} className="assessment-item">
          <div className="what">
            <span className="quiet">{code}</span> {title}
            {explanations.map(({ text }) => (
              <div key={text} className="quiet">
                单位说明：{text}
              </div>
            ))}
          </div>
          <Input
            aria-label={`${code}评语`}
            placeholder="评语"
            value={of(code).remark}
            onChange={({ target }) => set(code, { remark: target.value })}
          />
          <div className="got">
            <InputNumber
              aria-label={`${code}评分`}
              min={0}
              max={max}
              precision={2}
              controls={false}
              value={of(code).points}
              onChange={(value) => set(code, { points: value })}
            />
            <span className="quiet">/{points(max)}</span>
          </div>
        </div>
      ))}
      <div className="assessment-review-foot">
        <Button
          type="primary"
          disabled={items.some(({ code }) => of(code).points === null)}
          loading={give.isPending}
          onClick={() => give.mutate()}
        >
          提交评分
        </Button>
      </div>
      {give.error && <Refusal error={give.error} />}
    </section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { v4 as newId } from 'uuid';
import { unitsToChoose } from '../../../src/client/units.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { recentPeriods } from './words.ts';

/** One form and one period asked of many units: each gets its return at once. */
export function OpenRound({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [request] = useState(() => newId());
  const [form, setForm] = useState<string>();
  const [period, setPeriod] = useState<string>();
  const [due, setDue] = useState<string>();
  const [note, setNote] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>();
  const forms = useQuery({
    queryKey: ['returns', 'forms'],
    queryFn: ({ signal }) => client.call('returns.forms', { params: {} }, { signal }),
  });
  const code = form ?? forms.data?.forms[0]?.code;
  const content = useQuery({
    queryKey: ['returns', 'form', code],
    queryFn: ({ signal }) => client.call('returns.form', { params: { form: code! }, query: {} }, { signal }),
    enabled: code !== undefined,
  });
  const kind = content.data?.form.periodKind;
  const periods = useMemo(() => (kind ? recentPeriods(kind, today) : []), [kind, today]);
  const of = period ?? periods[1]?.value ?? periods[0]?.value;
  const owing = useMemo(() => {
    const { form: asked, units = [] } = content.data ?? {};
    return unitsToChoose(units, today).filter((unit) =>
      asked?.items.some(({ owedBy }) => !owedBy || owedBy.includes(unit.code)),
    );
  }, [content.data, today]);
  const units = chosen ?? owing.map((unit) => unit.code);
  const open = useMutation({
    mutationFn: () =>
      client.call('returns.open', {
        params: {},
        body: {
          request,
          form: code!,
          period: of!,
          due: due!,
          units: [...units],
          ...((note ?? content.data?.form.note) ? { note: note ?? content.data!.form.note } : {}),
        },
      }),
    onSuccess: async ({ message: said }) => {
      await queries.invalidateQueries({ queryKey: ['returns'] });
      void message.success(said);
      onClose();
      await navigate(`/returns/${code}/${of}`);
    },
  });
  const ready = code !== undefined && of !== undefined && due !== undefined && units.length > 0;
  return (
    <Modal
      open
      title="布置报送"
      width={640}
      okText={`布置给${units.length}个单位`}
      cancelText="先不办"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={open.isPending}
      onOk={() => open.mutate()}
      onCancel={onClose}
    >
      {forms.data?.forms.length === 0 ? (
        <p>
          还没有报表，请先<Link to="/returns/forms">设置报表</Link>。
        </p>
      ) : (
        <div className="returns-form">
          <label htmlFor="round-form">报表</label>
          <Select
            id="round-form"
            value={code ?? null}
            onChange={(value) => {
              setForm(value ?? undefined);
              setPeriod(undefined);
              setChosen(undefined);
              setNote(undefined);
            }}
            options={forms.data?.forms.map((one) => ({ value: one.code, label: one.name })) ?? []}
          />
          <label htmlFor="round-period">报送期</label>
          <Select
            id="round-period"
            showSearch
            value={of ?? null}
            onChange={(value) => setPeriod(value ?? undefined)}
            options={periods}
          />
          <label htmlFor="round-due">截止日</label>
          <DayPicker id="round-due" optional min={today} value={due} onChange={setDue} />
          <label htmlFor="round-note">填报要求</label>
          <Input.TextArea
            id="round-note"
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            value={note ?? content.data?.form.note ?? ''}
            onChange={(event) => setNote(event.target.value)}
          />
          <span>报送单位</span>
          <div>
            <div className="returns-choose">
              <Button size="small" onClick={() => setChosen(owing.map((unit) => unit.code))}>
                全选
              </Button>
              <Button size="small" onClick={() => setChosen([])}>
                全不选
              </Button>
              <span className="quiet">
                已选{units.length}个，共{owing.length}个
              </span>
            </div>
            <Checkbox.Group
              className="returns-units"
              value={[...units]}
              onChange={(value) => setChosen(value as string[])}
              options={owing.map((unit) => ({ value: unit.code, label: unit.name }))}
            />
          </div>
        </div>
      )}
      {open.error && <Refusal error={open.error} />}
    </Modal>
  );
}

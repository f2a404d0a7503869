import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import type { DutyView, LeaderView } from '../../../src/client/contract/leaders.ts';
import { client } from '../../api/client.ts';
import type { JsonValue } from '../../api/json.ts';
import { useProcedure } from '../../api/queries.ts';
import { type Sent, StepForm } from '../../forms/step-form.tsx';

interface FormProps {
  readonly leader: LeaderView;
  readonly onClose: () => void;
}

/** Fields of a step of the list, without those that the page itself knows. */
function useFields(step: string, known: readonly string[] = []) {
  const fields = useProcedure('leader-duties')?.steps.find(({ id }) => id === step)?.fields ?? [];
  return fields.filter(({ name }) => !known.includes(name));
}

function useDone(onClose: () => void) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return async (said: string) => {
    void message.success(said);
    onClose();
    await queries.invalidateQueries({ queryKey: ['leaders'] });
  };
}

/** Evidence for what the ledger cannot know; where the ledger knows enough, the server refuses it. */
export function EvidenceForm({ leader, duty, onClose }: FormProps & { readonly duty: DutyView }) {
  const fields = useFields('evidence', ['duty']);
  const done = useDone(onClose);
  const send = async ({ request, input }: Sent) => {
    const { explanation, evidenceFiles } = input as Record<string, JsonValue>;
    const { message } = await client.call('leaders.evidence', {
      params: { matter: leader.matter },
      body: {
        request,
        duty: duty.id,
        explanation: String(explanation ?? ''),
        evidenceFiles: (evidenceFiles ?? []) as unknown as DutyView['brought'][number]['files'],
      },
    });
    await done(message);
  };
  return (
    <Drawer open onClose={onClose} size={560} title={`补充佐证：${duty.name}`}>
      <StepForm
        fields={fields}
        place={{ procedure: 'leader-duties', matter: leader.matter, step: `evidence-${duty.id}` }}
        verb="补充佐证"
        send={send}
        onCancel={onClose}
      />
    </Drawer>
  );
}

/** The year is over: the ledger brings how each duty stands, the leader explains what is left. */
export function SubmitForm({ leader, onClose }: FormProps) {
  const fields = useFields('submit');
  const done = useDone(onClose);
  const open = leader.duties.filter(({ state }) => state !== 'done');
  const send = async ({ request, input }: Sent) => {
    const { unfinished } = input;
    const { message } = await client.call('leaders.submit', {
      params: { matter: leader.matter },
      body: { request, ...(typeof unfinished === 'string' ? { unfinished } : {}) },
    });
    await done(message);
  };
  return (
    <Drawer open onClose={onClose} size={560} title={`提交年终确认：${leader.title}${leader.name}`}>
      <StepForm
        fields={fields}
        place={{ procedure: 'leader-duties', matter: leader.matter, step: 'submit' }}
        verb="提交年终确认"
        about={
          <p>
            完成{leader.done}项，共{leader.total}项；完成情况由系统按现在的台账带入。
            {open.length > 0 && `还没有完成：${open.map(({ name }) => name).join('、')}。`}
          </p>
        }
        send={send}
        onCancel={onClose}
      />
    </Drawer>
  );
}

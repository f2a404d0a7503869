import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { v4 as newId } from 'uuid';
import { client } from '../../api/client.ts';
import type { JsonValue } from '../../api/json.ts';

export interface StepAsk {
  readonly procedure: 'return-round' | 'periodic-return';
  readonly matter: string;
  readonly step: string;
  readonly input: { readonly [field: string]: JsonValue };
  readonly expected?: number;
}

/** A step that is taken by a small form of this page; what it may have changed is read again. */
export function useStep(after?: () => void) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ procedure, matter, step, input, expected }: StepAsk) =>
      client.call('matter.step', {
        params: { procedure, matter, step },
        body: { request: newId(), input, ...(expected === undefined ? {} : { expected }) },
      }),
    onSuccess: async (done) => {
      after?.();
      void message.success(done.message);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['returns'] }),
        queries.invalidateQueries({ queryKey: ['todo'] }),
      ]);
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { problemOf } from '../../shared/refusal.tsx';

/** An act of administration: tells what was done, reads everything it may have changed again. */
export function useAct<Given, Done extends { readonly message: string }>(
  act: (given: Given) => Promise<Done>,
  after?: (done: Done) => void,
) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (done) => {
      after?.(done);
      void message.success(done.message);
      await Promise.all(
        ['people', 'posts', 'units'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      );
      await queryClient.invalidateQueries({ queryKey: ['catalogue'] });
    },
    onError: (error) => void message.error(problemOf(error).message),
  });
}

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type Problem, ProblemError } from '../api/client.ts';
import { basisText } from '../format.ts';
import { mayPass } from './passing.ts';
import { isPartGone } from './stale.ts';

/** Any error as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (navigator.onLine && isPartGone(error)) return renewed;
  const offline = !navigator.onLine || error instanceof TypeError;
  return {
    status: 0,
    title: offline ? '网络没有接通' : '页面出现错误',
    message: offline
      ? '没有连接到服务器，填写的内容仍在。网络恢复后请重试。'
      : '页面没有正常显示，填写的内容仍在。请刷新页面；仍然出现的，请告知管理员。',
    kind: 'fault',
    rule: offline ? 'client.network' : 'client.fault',
  };
}

const renewed: Problem = {
  status: 0,
  title: '页面已更新，请刷新',
  message:
    '系统升级后，这个页面用的还是升级前的程序，有一部分取不到了。填写的内容仍在。刷新后仍然这样的，请告知管理员。',
  kind: 'fault',
  rule: 'client.renewed',
};

interface RefusalProps {
  readonly error: unknown;
  /** The step that was refused: not offered as a way out of itself. */
  readonly step?: string;
  /** Offered steps become buttons where the page can open them. */
  readonly onStep?: (step: string) => void;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What was refused, on which basis, and what may be done instead. */
export function Refusal({ error, step: refused, onStep, onRetry, children }: RefusalProps) {
  const problem = problemOf(error);
  const allowed = problem.allowed?.filter(({ step }) => step !== refused) ?? [];
  return (
    <div className="notice refused" role="alert">
      <strong>{problem.title}</strong>
      <div>
        {problem.message}
        {problem.basis && <span className="quiet">（依据{basisText(problem.basis)}）</span>}
      </div>
      {children}
      {problem === renewed && !children && (
        <Button size="small" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      )}
      {allowed.length > 0 && (
        <div>
          {allowed.length === problem.allowed?.length ? '现在可以办理：' : '更正后重新提交，或者办理：'}
          {allowed.map((step, index) => (
            <span key={step.step}>
              {index > 0 && '、'}
              {onStep ? (
                <button type="button" className="plain" onClick={() => onStep(step.step)}>
                  {step.name}
                </button>
              ) : (
                step.name
              )}
            </span>
          ))}
        </div>
      )}
      {onRetry && mayPass(problem) && (
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
      )}
    </div>
  );
}

import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { problemOf } from '../shared/refusal.tsx';
import { asksBeforeLeaving, mayLeave, type Unsaved, unsavedNow } from '../shared/unsaved.ts';

interface Question {
  readonly unsaved: Unsaved;
  /** Why it could not be saved. */
  readonly failed?: string;
  readonly answer: (leave: boolean) => void;
}

/** Stands in the shell and asks, whichever way somebody leaves a page with something unsaved. */
export function Leaving() {
  const [question, setQuestion] = useState<Question>();
  const [saving, setSaving] = useState(false);
  useEffect(
    () =>
      asksBeforeLeaving(
        (unsaved) =>
          new Promise((answer) => {
            if (!unsaved.byItself || !unsaved.save) return setQuestion({ unsaved, answer });
            unsaved.save().then(
              () => answer(true),
              (error: unknown) => setQuestion({ unsaved, failed: problemOf(error).message, answer }),
            );
          }),
      ),
    [],
  );
  useAskedOnTheWay();
  const answer = (leave: boolean) => {
    question?.answer(leave);
    setQuestion(undefined);
  };
  const save = async () => {
    if (!question?.unsaved.save) return;
    setSaving(true);
    try {
      // What was written is saved as it stands now, not as it stood when the question was put.
      await (unsavedNow() ?? question.unsaved).save?.();
      answer(true);
    } catch (error) {
      setQuestion({ ...question, failed: problemOf(error).message });
    } finally {
      setSaving(false);
    }
  };
  const { unsaved, failed } = question ?? {};
  return (
    <Modal
      title={`${unsaved?.what ?? ''}还没有保存`}
      open={question !== undefined}
      closable={false}
      onCancel={() => !saving && answer(false)}
      footer={
        <div className="leaving-answers">
          <Button disabled={saving} onClick={() => answer(false)}>
            留在本页
          </Button>
          <Button danger disabled={saving} onClick={() => answer(true)}>
            离开不保存
          </Button>
          {unsaved?.save && (
            <Button type="primary" loading={saving} onClick={() => void save()}>
              保存并离开
            </Button>
          )}
        </div>
      }
    >
      {failed && (
        <p className="notice refused" role="alert">
          没有保存：{failed}
        </p>
      )}
      <p>离开不保存的，{unsaved?.what}不能找回。</p>
    </Modal>
  );
}

/** The rail, a link, the search, the browser's back and forward: another page waits for the answer. */
function useAskedOnTheWay(): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && unsavedNow() !== undefined,
  );
  const latest = useRef(blocker);
  latest.current = blocker;
  // Each attempt is an object of its own. Its state alone would not tell a second attempt from the first, where the
  // router's answer to the first and the second come in one rendering.
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void mayLeave().then((leave) => {
      if (latest.current === blocker) leave ? blocker.proceed() : blocker.reset();
    });
  }, [blocker]);
}

import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { DraftBlockView } from '../../../src/client/contract/reports.ts';
import { type ChipFigure, useDesk } from './desk.ts';
import { printedOf } from './tokens.ts';
import type { Clash as ClashOf } from './use-autosave.ts';

/** Somebody was faster and changed the same passages: both are shown, and one is chosen for each. */
export function Clash({ clash, onDone }: { readonly clash: ClashOf; readonly onDone: () => void }) {
  const { figures } = useDesk();
  const [answers, setAnswers] = useState<('mine' | 'theirs')[]>(clash.conflicts.map(() => 'mine'));
  const { savedByName, version } = clash.theirs.head;
  return (
    <Modal
      open
      width={860}
      title={`${savedByName}在您修改期间保存了第${version}版`}
      okText="按所选合并"
      closable={false}
      mask={{ closable: false }}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={() => {
        clash.resolve(answers);
        onDone();
      }}
    >
      <p>两人改动的不同段落已经自动合并。下面{clash.conflicts.length}处两人都改了，请选择采用哪一份。</p>
      {clash.conflicts.map(({ where, mine, theirs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conflicts are known by their order
        <section key={at} className="clash" aria-label={where}>
          <h2>{where}</h2>
          <Radio.Group
            value={answers[at]}
            onChange={(event) => setAnswers(answers.with(at, event.target.value as 'mine' | 'theirs'))}
          >
            <Radio value="mine">
              <strong>我写的</strong>
              <Passage blocks={mine} figures={figures} />
            </Radio>
            <Radio value="theirs">
              <strong>{savedByName}写的</strong>
              <Passage blocks={theirs} figures={figures} />
            </Radio>
          </Radio.Group>
        </section>
      ))}
    </Modal>
  );
}

function Passage({
  blocks,
  figures,
}: {
  readonly blocks: readonly DraftBlockView[];
  readonly figures: ReadonlyMap<string, ChipFigure>;
}) {
  if (blocks.length === 0) return <p className="quiet">（删去）</p>;
  return blocks.map(({ text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a passage is known by its place
    <p key={at}>{printedOf(text, figures)}</p>
  ));
}

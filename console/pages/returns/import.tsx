import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ReturnRoundView } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { ImportButtons, ImportResult } from '../../shared/importing/run.tsx';
import { ImportSource } from '../../shared/importing/source.tsx';
import { useImport } from '../../shared/importing/use-import.ts';

/** All units' values from one workbook: checked as a whole first, then taken in. */
export function ImportReturns({
  round,
  onClose,
}: {
  readonly round: ReturnRoundView;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [source, setSource] = useState('');
  const importing = useImport(
    (ask) =>
      client.call('returns.import', {
        params: { round: round.id },
        body: { ...ask, ...(source.trim() ? { source: source.trim() } : {}) },
      }),
    () => queries.invalidateQueries({ queryKey: ['returns'] }),
  );
  return (
    <Modal
      open
      width={760}
      title={`导入汇总表：${round.formName}　${round.periodName}`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <ImportButtons of={importing} />
        </>
      }
    >
      <div className="returns-form">
        <span>准备表格</span>
        <div>
          <a href={client.href('returns.template', { params: { round: round.id }, query: {} })}>下载模板</a>
          <span className="quiet">　每个单位一行；灰色的格不用填，还没有数的单位整行留空。</span>
        </div>
        <span>选择内容</span>
        <div>
          <ImportSource
            placeholder="在Excel里选中包括“单位代码”表头的区域，复制后粘贴到这里"
            busy={importing.busy}
            onContent={importing.setContent}
          />
        </div>
        <label htmlFor="import-source">数据来源</label>
        <Input
          id="import-source"
          maxLength={200}
          placeholder="例如：各单位报来的盖章报表"
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      <ImportResult of={importing} />
    </Modal>
  );
}

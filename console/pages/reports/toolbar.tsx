import { Button } from 'antd';
import { emptyTable } from './desk.ts';
import { blocksAt, type Change, type Place, type Written } from './written.ts';

interface ToolbarProps {
  readonly written: Written;
  /** The block the writer is in. */
  readonly at: Place | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (change: Change) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSearch: () => void;
}

/** What can be done with the block the caret is in. Buttons leave the caret where it is. */
export function Toolbar({ written, at, canUndo, canRedo, change, onUndo, onRedo, onSearch }: ToolbarProps) {
  const list = at ? blocksAt(written, at.chapter) : [];
  const block = at ? list[at.block] : undefined;
  const tool = (name: string, enabled: boolean, onClick: () => void, keys?: string) => (
    <Button
      key={name}
      size="small"
      type="text"
      disabled={!enabled}
      title={keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {name}
    </Button>
  );
  const isText = block?.kind === 'paragraph' || block?.kind === 'heading';
  return (
    <div className="studio-tools no-print" role="toolbar" aria-label="编辑">
      {tool('撤销', canUndo, onUndo, 'Ctrl Z')}
      {tool('重做', canRedo, onRedo, 'Ctrl Y')}
      <span className="gap" />
      {tool('插入数据', at !== undefined, onSearch, '/')}
      {tool(block?.kind === 'heading' ? '改为段落' : '小标题', isText && at!.chapter >= 0, () =>
        change({
          type: 'block',
          at: at!,
          block: { kind: block!.kind === 'heading' ? 'paragraph' : 'heading', text: block!.text },
        }),
      )}
      {tool('表格', at !== undefined, () => change({ type: 'insert', after: at!, block: emptyTable() }))}
      {tool('新段落', at !== undefined, () =>
        change({ type: 'insert', after: at!, block: { kind: 'paragraph', text: '' } }),
      )}
      <span className="gap" />
      {tool('上移', (at?.block ?? 0) > 0, () => change({ type: 'move', at: at!, by: -1 }))}
      {tool('下移', at !== undefined && at.block < list.length - 1, () =>
        change({ type: 'move', at: at!, by: 1 }),
      )}
      {tool('删去', block !== undefined, () => change({ type: 'remove', at: at! }))}
    </div>
  );
}

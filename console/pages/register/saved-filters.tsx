import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useKept } from '../../shared/kept.ts';
import { type Asked, askedOf, filterKey, type SavedFilter, standing } from './asked.ts';

/** Filters as tabs: those every register has, and those saved in this browser. */
export function SavedFilters({ procedure, asked }: { readonly procedure: string; readonly asked: Asked }) {
  const [saved, setSaved] = useKept<readonly SavedFilter[]>(`filters.${procedure}`, []);
  const present = filterKey(asked);
  const keyOf = (filter: SavedFilter) => filterKey(askedOf(new URLSearchParams(filter.search)));
  const all = [...standing, ...saved];
  const known = all.find((filter) => keyOf(filter) === present);
  return (
    <nav className="tabs no-print" aria-label="常用查询">
      {all.map((filter) => (
        <Link
          key={filter.name}
          to={{ search: filter.search }}
          aria-current={filter === known ? 'page' : undefined}
        >
          {filter.name}
        </Link>
      ))}
      {known && saved.includes(known) && (
        <Button type="text" size="small" onClick={() => setSaved(saved.filter((filter) => filter !== known))}>
          删除页签
        </Button>
      )}
      {!known && (
        <SaveAs
          taken={all.map(({ name }) => name)}
          onSave={(name) => setSaved([...saved, { name, search: present }])}
        />
      )}
    </nav>
  );
}

function SaveAs({
  taken,
  onSave,
}: {
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}) {
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const text = name.trim();
  const usable = text !== '' && !taken.includes(text);
  const save = () => {
    if (!usable) return;
    onSave(text);
    setOpen(false);
  };
  const form = (
    <div style={{ display: 'flex', gap: 8 }}>
      <Input
        autoFocus
        aria-label="页签名称"
        placeholder="页签名称"
        maxLength={12}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <Button type="primary" disabled={!usable} onClick={save}>
        保存
      </Button>
    </div>
  );
  return (
    <Popover content={form} trigger="click" open={open} onOpenChange={setOpen} placement="bottomLeft">
      <Button type="text" size="small">
        存为页签
      </Button>
    </Popover>
  );
}

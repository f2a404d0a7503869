import { Button } from 'antd';

/** Moves a row of a table being set up, or takes it out. */
export function RowActs<Row>({
  at,
  rows,
  onChange,
}: {
  readonly at: number;
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
}) {
  const move = (by: number) => {
    const next = [...rows];
    const [one] = next.splice(at, 1);
    next.splice(at + by, 0, one!);
    onChange(next);
  };
  return (
    <>
      <Button type="text" size="small" disabled={at === 0} onClick={() => move(-1)}>
        上移
      </Button>
      <Button type="text" size="small" disabled={at === rows.length - 1} onClick={() => move(1)}>
        下移
      </Button>
      <Button type="text" size="small" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
        删除
      </Button>
    </>
  );
}

import { Checkbox } from 'antd';
import { useSession } from '../api/queries.ts';
import { DayPicker } from '../shared/day-picker.tsx';

/** The legal day of an act that was done on paper before it is entered here; never before `first`. */
export function Backdate({
  on,
  onChange,
  first,
}: {
  readonly on: string | undefined;
  readonly onChange: (on: string | undefined) => void;
  readonly first?: string;
}) {
  const { today } = useSession();
  return (
    <span className="backdate">
      <Checkbox
        checked={on !== undefined}
        onChange={(event) => onChange(event.target.checked ? today : undefined)}
      >
        补录以前的纸质办理
      </Checkbox>
      {on !== undefined && (
        <DayPicker
          aria-label="实际办理日期"
          value={on}
          {...(first ? { min: first } : {})}
          max={today}
          onChange={onChange}
        />
      )}
    </span>
  );
}

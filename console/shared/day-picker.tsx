import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayInput } from './day-input.ts';

interface DayPickerProps {
  readonly value: string | null | undefined;
  /** Undefined where the day was taken away, which only an `optional` one can be. */
  readonly onChange: (day: string | undefined) => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly min?: string;
  readonly max?: string;
  readonly optional?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'small';
  readonly placeholder?: string;
}

/** A day, picked or typed in any of the ways days are written; the same wherever one is asked for outside of a form. */
export function DayPicker({ value, onChange, min, max, optional = false, ...rest }: DayPickerProps) {
  return (
    <DatePicker
      {...dayInput}
      {...rest}
      allowClear={optional}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      value={value ? dayjs(value) : null}
      onChange={(day) => {
        if (day || optional) onChange(day?.format('YYYY-MM-DD'));
      }}
    />
  );
}

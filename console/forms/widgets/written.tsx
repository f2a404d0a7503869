import { DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { dayInput } from '../../shared/day-input.ts';
import { chineseAmount } from '../chinese-amount.ts';
import { typedDate } from '../typed-date.ts';
import { type ControlProps, tied } from './control.ts';

export function Text(props: ControlProps) {
  const { field, value, onChange } = props;
  return (
    <Input
      {...tied(props)}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      {...(field.max === undefined ? {} : { maxLength: field.max })}
    />
  );
}

export function LongText(props: ControlProps) {
  const { field, value, onChange } = props;
  return (
    <Input.TextArea
      {...tied(props)}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      autoSize={{ minRows: props.small ? 1 : 3, maxRows: 16 }}
      {...(field.max === undefined || props.small ? {} : { maxLength: field.max })}
    />
  );
}

export function Integer(props: ControlProps) {
  const { field, value, onChange } = props;
  return (
    <InputNumber
      {...tied(props)}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
      precision={0}
      controls={false}
      style={{ width: '100%' }}
      {...(field.unit ? { suffix: field.unit } : {})}
    />
  );
}

/** An amount in yuan, repeated below in the capitals of documents of payment. */
export function Money(props: ControlProps) {
  const { value, onChange } = props;
  const capitals = typeof value === 'number' ? chineseAmount(value) : undefined;
  return (
    <>
      <InputNumber<number>
        {...tied(props)}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
        precision={2}
        controls={false}
        suffix="元"
        style={{ width: '100%' }}
        formatter={(shown) => `${shown ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
        parser={(typed) => Number((typed ?? '').replace(/[,，元\s]/g, ''))}
      />
      {capitals && (
        <div className="quiet capitals" aria-live="polite">
          {capitals}
        </div>
      )}
    </>
  );
}

/**
 * A day: picked, or typed in any of the ways days are written. What was typed and is no day is kept as it was typed, so
 * that it is complained about and never sent as if nothing had been meant.
 */
export function DateField(props: ControlProps) {
  const { value, onChange } = props;
  const known = typeof value === 'string' ? typedDate(value) : undefined;
  return (
    <DatePicker
      {...tied(props)}
      value={known ? dayjs(known) : null}
      onChange={(next) => onChange(next?.format('YYYY-MM-DD'))}
      onBlur={({ target }) => {
        const text = (target as HTMLInputElement).value.trim();
        if (text !== '' && !typedDate(text)) onChange(text);
        else if (text === '' && value !== undefined && !known) onChange(undefined);
      }}
      {...dayInput}
      placeholder="如2024-9-27"
      style={{ width: '100%' }}
      preserveInvalidOnBlur
    />
  );
}

import { Select } from 'antd';
import type { IndicatorInfo } from '../../../src/client/contract/catalogue.ts';
import { findsKind } from './words.ts';

interface KindChoiceProps {
  readonly info: IndicatorInfo;
  readonly kind: string | undefined;
  readonly onKind: (kind: string | undefined) => void;
}

/** One kind of an indicator, found by its name, its code or the initials of its name. */
export function KindChoice({ info, kind, onKind }: KindChoiceProps) {
  if (!info.kinds || Object.keys(info.kinds).length < 2) return null;
  return (
    <Select
      aria-label="类别"
      className="figure-kind no-print"
      placeholder="全部类别，可输入名称或者拼音首字母查找"
      allowClear
      showSearch={{ filterOption: (typed, option) => findsKind(info, String(option?.value), typed) }}
      notFoundContent="没有这个类别"
      value={kind ?? null}
      onChange={(next) => onKind(next ?? undefined)}
      options={Object.entries(info.kinds).map(([value, name]) => ({
        value,
        label: info.kindUnits?.[value] ? `${name}（${info.kindUnits[value]}）` : name,
      }))}
    />
  );
}

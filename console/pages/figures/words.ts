import type { IndicatorInfo } from '../../../src/client/contract/catalogue.ts';
import { number } from '../../format.ts';
import type { Breakdown } from './asked.ts';

const share = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 });

/** A value with its unit; a share as a percentage; nothing to say as a dash. */
export function valueText(
  value: number | null | undefined,
  info: Pick<IndicatorInfo, 'measure' | 'unit'>,
): string {
  if (value === null || value === undefined) return '—';
  return info.measure === 'rate' ? share.format(value) : `${number(value)}${info.unit}`;
}

/** Kinds of different units (what units return): a sum over them is no number, they are looked at one by one. */
export const isMixed = (info: Pick<IndicatorInfo, 'kindUnits'>): boolean => info.kindUnits !== undefined;

/** The indicator as one kind of it is written. */
export function ofKind<I extends Pick<IndicatorInfo, 'unit' | 'kindUnits'>>(
  info: I,
  kind: string | undefined,
): I {
  const unit = kind === undefined ? undefined : info.kindUnits?.[kind];
  return unit === undefined ? info : { ...info, unit };
}

/** Whether a kind answers what is typed: by its name, its code or the initials of its name. */
export function findsKind(
  info: Pick<IndicatorInfo, 'kinds' | 'kindInitials'>,
  code: string,
  typed: string,
): boolean {
  const wanted = typed.trim().toLowerCase();
  return [info.kinds?.[code], code, info.kindInitials?.[code]].some((text) =>
    text?.toLowerCase().includes(wanted),
  );
}

/** The change against a year before: `增长12.5%`, `下降3个百分点`, `持平`; empty where there is nothing to compare. */
export function changeText(
  now: number | null | undefined,
  before: number | null | undefined,
  measure: IndicatorInfo['measure'],
): string {
  if (now === null || now === undefined || before === null || before === undefined) return '';
  const difference = now - before;
  if (Math.abs(difference) < 1e-9) return '持平';
  const word = difference > 0 ? '增长' : '下降';
  if (measure === 'rate') {
    return `${difference > 0 ? '提高' : '降低'}${number(Math.round(Math.abs(difference) * 1000) / 10)}个百分点`;
  }
  return before === 0 ? '' : word + share.format(Math.abs(difference / before));
}

/** The question a chart answers. */
export function questionOf(info: Pick<IndicatorInfo, 'name' | 'measure'>, by: Breakdown): string {
  if (by === 'month') return `${info.name}逐月怎样变化`;
  if (by === 'kind') return `${info.name}由哪些类别构成`;
  return info.measure === 'rate' ? `哪些单位的${info.name}高` : `哪些单位的${info.name}多`;
}

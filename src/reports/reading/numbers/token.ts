/** What a scanned number says, apart from any unit behind it. */
export type NumberKind =
  /** An amount: 23, 两千, 3.5万. */
  | 'cardinal'
  /** 25.3%, 百分之二十五: the value is in hundredths. */
  | 'percent'
  /** 3‰, 千分之三. */
  | 'permille'
  /** 3.2个百分点. */
  | 'points'
  /** 三分之一, 1/3. */
  | 'fraction'
  /** 第3, 第二十. */
  | 'ordinal'
  /** 二〇一七, 1.2.3, over-long digit strings: read digit by digit, never an amount. */
  | 'digits';

export interface NumberToken {
  kind: NumberKind;
  start: number;
  /** End of the number with its sign of percentage; a unit comes after. */
  end: number;
  value: number;
  /** Upper end of a range (3至5); null otherwise. */
  valueTo: number | null;
  notation: 'arabic' | 'chinese' | 'mixed';
  /** The words that leave it open: 余, 多, 几, 数, 上, 近; '' for none. */
  vague: string;
  /** 百名, 千家: a multiplier without a digit. */
  bare: boolean;
  integerDigits: number;
  decimals: number;
  /** The largest multiplier used; 1 for none. */
  scale: number;
}

/**
 * Measures of GB/T 9704-2012 in the units of WordprocessingML: twips (1/20 point) for lengths, half-points for type.
 */

const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres in whole twips. */
export function mm(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** A4, and the type area of 156 × 225 mm it leaves (5.2.1). */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  right: mm(26),
  bottom: mm(35),
  left: mm(28),
  /** The dash of the page number stands 7 mm under the type area (7.5). */
  footer: mm(24.8),
} as const;

export const TYPE_AREA = { width: mm(156), height: mm(225) } as const;

/** 22 lines a page and 28 characters a line (5.2.3): 225 mm / 22, and size 3 type narrowed by a quarter point. */
export const LINE = 579;
export const CHARACTER_SPACING = -5;
/** Advance of one body character, twips. */
export const CHARACTER = 16 * 20 + CHARACTER_SPACING;

/** Chinese type sizes in half-points. */
export const SIZE = {
  /** 2号, titles. */
  two: 44,
  /** 3号, body. */
  three: 32,
  /** 4号, imprint and page number. */
  four: 28,
  /** 小4号, tables. */
  smallFour: 24,
  /** 小5号, verification line of an instrument. */
  smallFive: 18,
  /** 6号, what stands beside the QR code: an anchor fits its line. */
  six: 15,
} as const;

/** Red of the letterhead. */
export const RED = 'FF0000';

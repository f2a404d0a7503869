/**
 * The typefaces of official papers, and what may stand in for each where it is not installed: names for the document's
 * own font table (Word, WPS), and families for rendering on a server.
 */
export interface Typeface {
  /** Name written into the document. */
  readonly name: string;
  /** Alternative name in the font table: the face every Windows or WPS machine has. */
  readonly alternative: string;
  readonly family: 'roman' | 'modern' | 'swiss';
  /** Families tried in turn when rendering on a server without the face. */
  readonly substitutes: readonly string[];
}

export const TYPEFACES = {
  /** 小标宋: letterhead and titles. */
  title: {
    name: '方正小标宋简体',
    alternative: '宋体',
    family: 'roman',
    substitutes: ['FZXiaoBiaoSong-B05S', 'Noto Serif CJK SC Black', 'Noto Serif CJK SC', 'SimSun'],
  },
  /** 仿宋: body. */
  body: {
    name: '仿宋_GB2312',
    alternative: '仿宋',
    family: 'modern',
    substitutes: ['仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
  },
  /** 楷体: second-level headings and the name of the signing leader. */
  kai: {
    name: '楷体_GB2312',
    alternative: '楷体',
    family: 'modern',
    substitutes: ['楷体', 'KaiTi', 'STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC'],
  },
  /** 黑体: first-level headings, secrecy and urgency. */
  hei: {
    name: '黑体',
    alternative: 'SimHei',
    family: 'modern',
    substitutes: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'],
  },
  /** 宋体: page numbers. */
  song: {
    name: '宋体',
    alternative: 'SimSun',
    family: 'roman',
    substitutes: ['SimSun', 'STSong', 'Noto Serif CJK SC'],
  },
  /** Letters and digits in the body. */
  latin: {
    name: 'Times New Roman',
    alternative: 'Times',
    family: 'roman',
    substitutes: ['Liberation Serif', 'Tinos', 'Noto Serif'],
  },
} as const satisfies Record<string, Typeface>;

/** Run fonts: digits and letters in `latin`; quotation marks and dashes follow the Chinese face. */
export function fonts(face: keyof typeof TYPEFACES, latin: keyof typeof TYPEFACES = 'latin') {
  return {
    ascii: TYPEFACES[latin].name,
    hAnsi: TYPEFACES[latin].name,
    cs: TYPEFACES[latin].name,
    eastAsia: TYPEFACES[face].name,
    hint: 'eastAsia',
  };
}

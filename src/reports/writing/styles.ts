import { CHARACTER, CHARACTER_SPACING, LINE, SIZE } from './layout.ts';
import { TYPEFACES } from './typefaces.ts';

/**
 * Paragraph styles of a paper, written as one part of the package: 22 lines × 28 characters need settings that must hold
 * for every paragraph alike (no widow control, no space added around digits, no punctuation beyond the type area).
 */

/** Ids of the styles; headings carry Word's own names so that the navigation pane shows them. */
export const STYLE = {
  body: 'OfficialBody',
  flush: 'OfficialFlush',
  title: 'Title',
  mark: 'OfficialMark',
  annexLabel: 'OfficialAnnexLabel',
  imprint: 'OfficialImprint',
  cell: 'OfficialCell',
  footer: 'OfficialFooter',
  roomless: 'OfficialRoomless',
} as const;

interface StyleDeclaration {
  readonly id: string;
  readonly name: string;
  readonly face: keyof typeof TYPEFACES;
  /** Half-points. */
  readonly size: number;
  /** Exact line height in twips; on the grid of the page when absent. */
  readonly line?: number;
  readonly align: 'both' | 'left' | 'center';
  /** First line two characters in. */
  readonly indented?: boolean;
  /** 0 is body text; 1–4 show in the navigation pane. */
  readonly outline?: number;
  /** Body type is narrowed by a quarter point to 28 characters a line; other sizes keep their width. */
  readonly narrowed?: boolean;
}

/** 仿宋 size 3 body, 黑体 / 楷体 / 仿宋 headings (7.3.3), 小标宋 titles (7.3.1), size 4 imprint (7.4). */
const DECLARATIONS: readonly StyleDeclaration[] = [
  {
    id: STYLE.body,
    name: '公文正文',
    face: 'body',
    size: SIZE.three,
    align: 'both',
    indented: true,
    narrowed: true,
  },
  { id: STYLE.flush, name: '公文顶格', face: 'body', size: SIZE.three, align: 'both', narrowed: true },
  heading(1, 'hei'),
  heading(2, 'kai'),
  heading(3, 'body'),
  heading(4, 'body'),
  { id: STYLE.title, name: 'Title', face: 'title', size: SIZE.two, line: LINE, align: 'center' },
  { id: STYLE.mark, name: '发文机关标志', face: 'title', size: SIZE.two, line: LINE, align: 'center' },
  { id: STYLE.annexLabel, name: '附件标识', face: 'hei', size: SIZE.three, align: 'left', narrowed: true },
  { id: STYLE.imprint, name: '版记', face: 'body', size: SIZE.four, line: 520, align: 'left' },
  { id: STYLE.cell, name: '表格文字', face: 'body', size: SIZE.smallFour, line: 400, align: 'left' },
  { id: STYLE.footer, name: '页码', face: 'song', size: SIZE.four, line: 360, align: 'left' },
  { id: STYLE.roomless, name: '无高行', face: 'body', size: 2, line: 20, align: 'left' },
];

function heading(level: 1 | 2 | 3 | 4, face: keyof typeof TYPEFACES): StyleDeclaration {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    face,
    size: SIZE.three,
    align: 'both',
    indented: true,
    narrowed: true,
    outline: level,
  };
}

/** The part word/styles.xml. */
export function stylesXml(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:docDefaults>' +
    `<w:rPrDefault><w:rPr>${runXml('body', SIZE.three, true)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:widowControl w:val="0"/>${spacingXml(LINE)}</w:pPr></w:pPrDefault>` +
    '</w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    `${DECLARATIONS.map(styleXml).join('')}</w:styles>`
  );
}

function styleXml(style: StyleDeclaration): string {
  const indent = style.indented ? `<w:ind w:firstLineChars="200" w:firstLine="${CHARACTER * 2}"/>` : '';
  const outline = style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline - 1}"/>`;
  return (
    `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/>` +
    '<w:basedOn w:val="Normal"/><w:qFormat/>' +
    // Order of elements as the schema CT_PPr has it.
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    (style.line === undefined ? '' : '<w:snapToGrid w:val="0"/>') +
    `${spacingXml(style.line ?? LINE)}${indent}<w:jc w:val="${style.align}"/>${outline}</w:pPr>` +
    `<w:rPr>${runXml(style.face, style.size, style.narrowed ?? false)}</w:rPr></w:style>`
  );
}

function spacingXml(line: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;
}

function runXml(face: keyof typeof TYPEFACES, size: number, narrowed: boolean): string {
  const latin = TYPEFACES[face === 'song' ? 'song' : 'latin'].name;
  return (
    `<w:rFonts w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${TYPEFACES[face].name}"/>` +
    `<w:spacing w:val="${narrowed ? CHARACTER_SPACING : 0}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  );
}

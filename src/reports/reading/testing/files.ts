import { strToU8, zipSync } from 'fflate';

/** Files of each kind around given paragraphs, as office programs write them. */
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A paragraph, with its level in the automatic numbering if it has one. */
export interface DocxParagraph {
  text: string;
  level?: number;
}

/** Numbering 一、 （一） 1. （1） of a Word file, none of which is in the paragraphs' text. */
const LEVELS = [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimal', text: '（%4）' },
];

export function docxFile(paragraphs: readonly DocxParagraph[], extra = ''): Uint8Array {
  const body = paragraphs.map(({ text, level }) => {
    const number =
      level === undefined
        ? ''
        : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr>`;
    return `<w:p>${number}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  });
  const levels = LEVELS.map(
    ({ format, text }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${body.join('')}${extra}</w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${levels.join('')}</w:abstractNum>` +
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    ),
  });
}

/** A page of an OFD file with lines set 28 characters wide, new paragraphs indented by two. */
export function ofdFile(paragraphs: readonly string[]): Uint8Array {
  const size = 5;
  const objects = setLines(paragraphs).map(
    ({ text, indent }, row) =>
      `<ofd:TextObject Boundary="${25 + indent * size} ${20 + row * 8} ${text.length * size} 6" Size="${size}">` +
      `<ofd:TextCode X="0" Y="5">${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`,
  );
  return zipSync({
    'OFD.xml': strToU8(
      '<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      '<ofd:Document><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    ),
    'Doc_0/Pages/Page_0/Content.xml': strToU8(
      `<ofd:Page><ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  });
}

const LINE_LENGTH = 28;

function setLines(paragraphs: readonly string[]): { text: string; indent: number }[] {
  return paragraphs.flatMap((paragraph) => {
    const first = paragraph.slice(0, LINE_LENGTH - 2);
    const rest = paragraph.slice(LINE_LENGTH - 2).match(new RegExp(`.{1,${LINE_LENGTH}}`, 'gu')) ?? [];
    return [{ text: first, indent: 2 }, ...rest.map((text) => ({ text, indent: 0 }))];
  });
}

/** A one-page PDF whose font carries only a map to Unicode, as scanners' text layers do. */
export function pdfFile(paragraphs: readonly string[]): Uint8Array {
  const size = 14;
  const lines = setLines(paragraphs);
  const height = 100 + lines.length * 22;
  const hex = (text: string) =>
    [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const shown = lines.map(
    ({ text, indent }, row) =>
      `BT /F1 ${size} Tf ${70 + indent * size} ${height - 50 - row * 22} Td <${hex(text)}> Tj ET`,
  );
  const content = [...shown, `BT /F1 ${size} Tf 290 20 Td <${hex('— 1 —')}> Tj ET`].join('\n');
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n' +
    '1 begincodespacerange <0000> <FFFF> endcodespacerange\n' +
    '1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return strToU8(file);
}

/** A page of a government site: menus, breadcrumb, information line, the document, share bar, footer. */
export function htmlPage(title: string, paragraphs: readonly string[]): string {
  const menu = ['首页', '政务公开', '政务服务', '互动交流']
    .map((name) => `<li><a href="#">${name}</a></li>`)
    .join('');
  const related = ['某区召开会议，研究工作', '某局开展活动，服务群众，优化环境'].map(
    (name) => `<li><a href="#">${name}</a></li>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="gb2312"><title>${title}_某某区人民政府网</title>
<style>.nav{color:red}</style><script>var a = "。，。，";</script></head><body>
<div class="header"><ul class="nav">${menu}</ul></div>
<div class="crumb">您现在的位置：<a href="#">首页</a> &gt; <a href="#">法治政府</a></div>
<div class="article"><h1>${title}</h1>
<div class="info">发布日期：2024-01-20 来源：某某区司法局 浏览次数：<span>88</span> 字号：【大 中 小】</div>
<div class="TRS_Editor">${paragraphs.map((text) => `<p>&emsp;&emsp;${escapeXml(text)}</p>`).join('\n')}</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="prenext"><p>上一篇：<a href="#">某通知</a></p><p>下一篇：没有了</p></div></div>
<div class="related"><h3>相关文章</h3><ul>${related.join('')}</ul></div>
<div class="footer"><p>主办单位：某某区人民政府办公室 承办单位：某某区大数据中心</p><p>某ICP备00000000号 网站标识码：0000000000</p></div>
</body></html>`;
}

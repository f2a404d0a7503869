/**
 * Markdown to plain lines: the marks go, the words and numbers stay; tables become rows with tabs.
 * Examples: "## 一、总体要求" → "一、总体要求" · "**1.加强**领导" → "1.加强领导" · "| a | b |" → "a⇥b".
 */
const TELLS = /^(?:#{1,6} \S|\|(?:\s*:?-{3,}:?\s*\|)+\s*$|```|\* \S|- \[[ x]\])/m;

export function looksLikeMarkdown(text: string): boolean {
  return TELLS.test(text.slice(0, 100_000));
}

export function readMarkdown(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:```|\|?(?:\s*:?-{3,}:?\s*\|?)+\s*$|[*_-]{3,}\s*$)/.test(line))
    .map(plainLine)
    .join('\n');
}

function plainLine(line: string): string {
  const bare = line
    .replace(/^\s*(?:#{1,6}\s+|(?:>\s?)+|[*+-]\s+(?:\[[ x]\]\s)?)/, '')
    .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)/g, '')
    .replace(/\[([^\]\n]{1,200})\]\([^)\n]{0,500}\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\\([.\-*_()[\]#])/g, '$1');
  const row = /^\s*\|(.*)\|\s*$/.exec(bare);
  return row
    ? row[1]!
        .split('|')
        .map((cell) => cell.trim())
        .join('\t')
    : bare;
}

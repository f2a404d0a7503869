/**
 * A table copied from a spreadsheet: cells apart by tabs, rows by line ends; a cell with either stands in quotes
 * and doubles its own. Empty rows stay, so that a row has the number it has in the spreadsheet.
 */
export function parsePasted(pasted: string): string[][] {
  const text = pasted.replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') {
      endCell();
      rows.push([]);
    } else if (character !== '\r') cell += character;
  }
  endCell();
  return rows;
}

import type { AnyNode, Element } from 'domhandler';

/**
 * Text of an element as a reader sees it: a line for every block, a row with tabs for every table row, the
 * numbers of ordered lists printed. Without recursion, so that a page nested a million deep does no harm.
 */
const BLOCKS = new Set(
  'address,article,aside,blockquote,body,center,dd,div,dl,dt,fieldset,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,tbody,tfoot,thead,tr,ul'.split(
    ',',
  ),
);

type Step = { node: AnyNode } | { text: string };

export function blockText(root: Element, dropped: (element: Element) => boolean): string {
  let text = '';
  let rows = 0;
  const stack: Step[] = [{ node: root }];
  const say = (piece: string) => {
    if (piece === ROW_OPEN) rows += 1;
    else if (piece === ROW_CLOSE) rows = Math.max(0, rows - 1);
    else text += rows > 0 && piece === '\n' ? ' ' : piece;
  };
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('text' in step) say(step.text);
    else if (step.node.type === 'text') say(step.node.data.replace(/[\t\r\n]+/g, ' '));
    else if (step.node.type === 'tag' && (step.node === root || !dropped(step.node)))
      pushElement(step.node, stack);
  }
  return text;
}

const ROW_OPEN = '\u0001';
const ROW_CLOSE = '\u0002';

/** Puts an element's pieces on the stack, last first. */
function pushElement(element: Element, stack: Step[]): void {
  if (element.name === 'br') stack.push({ text: '\n' });
  else if (element.name === 'tr' && isDataRow(element)) pushRow(element, stack);
  else if (element.name === 'ol') pushList(element, stack);
  else {
    const block = BLOCKS.has(element.name);
    if (block) stack.push({ text: '\n' });
    for (let i = element.children.length - 1; i >= 0; i -= 1) stack.push({ node: element.children[i]! });
    if (block) stack.push({ text: '\n' });
  }
}

function pushRow(row: Element, stack: Step[]): void {
  const cells = row.children.filter((child) => child.type === 'tag');
  stack.push({ text: '\n' }, { text: ROW_CLOSE });
  for (let i = cells.length - 1; i >= 0; i -= 1) {
    stack.push({ node: cells[i]! });
    if (i > 0) stack.push({ text: '\t' });
  }
  stack.push({ text: ROW_OPEN }, { text: '\n' });
}

/** The number of an item is not in its text but shown by the browser. */
function pushList(list: Element, stack: Step[]): void {
  const items = list.children.filter((child): child is Element => child.type === 'tag');
  const first = Number(list.attribs.start ?? 1);
  for (let i = items.length - 1; i >= 0; i -= 1) {
    const inner = items[i]!.children;
    stack.push({ text: '\n' });
    for (let k = inner.length - 1; k >= 0; k -= 1) stack.push({ node: inner[k]! });
    stack.push({ text: `\n${first + i}.` });
  }
}

/** A row of a data table; a row that holds a whole page is layout. */
function isDataRow(row: Element): boolean {
  const cells = row.children.filter((child): child is Element => child.type === 'tag');
  return (
    cells.length > 1 &&
    !cells.some((cell) => cell.children.some((child) => 'name' in child && child.name === 'table'))
  );
}

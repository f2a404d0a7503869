import type { JsonObject } from '../../kernel/ledger/json.ts';

/** Sizes in pixels. */
const WIDTH = 260;
const BOX = 40;
const GAP = 26;
const MARGIN = 2;
/** Characters of a stage's name that fit its box. */
const MOST = 16;

/**
 * The flow of an item as an SVG from top to bottom: its stages with the days each may take. Empty where the item
 * states no stages.
 */
export function flowChart(stages: readonly JsonObject[]): string {
  if (stages.length === 0) return '';
  const height = stages.length * BOX + (stages.length - 1) * GAP + 2 * MARGIN;
  const names = stages.map((stage) => String(stage.name ?? ''));
  const parts = stages.map((stage, at) => {
    const y = MARGIN + at * (BOX + GAP);
    const days = typeof stage.days === 'number' ? `（${stage.days}日）` : '';
    const arrow = at === 0 ? '' : arrowTo(y);
    return `${arrow}${box(y, at, stages.length)}<text x="${WIDTH / 2}" y="${y + BOX / 2}" text-anchor="middle" dominant-baseline="central">${escapeXml(short(names[at]!))}${days}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-size="14" fill="currentColor">`,
    `<title>办理流程：${escapeXml(names.join('、'))}</title>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** First and last stage have round ends, as flow charts of official papers draw them. */
function box(y: number, at: number, count: number): string {
  const radius = at === 0 || at === count - 1 ? BOX / 2 : 2;
  return `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="${BOX}" rx="${radius}" fill="none" stroke="currentColor"/>`;
}

function arrowTo(y: number): string {
  const x = WIDTH / 2;
  const path = `M${x} ${y - GAP}V${y - 1}M${x - 4} ${y - 7}L${x} ${y - 1}L${x + 4} ${y - 7}`;
  return `<path d="${path}" fill="none" stroke="currentColor"/>`;
}

function short(name: string): string {
  const characters = [...name];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : name;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

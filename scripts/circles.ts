/**
 * Circles of imports: for each file that reaches itself and stands on no circle named before, its shortest way back;
 * the file stands at both ends. A file that imports itself is a circle of one.
 */
export function circles(importsOf: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const known = new Set<string>();
  for (const start of [...importsOf.keys()].sort()) {
    if (known.has(start)) continue;
    const round = wayBack(start, importsOf);
    if (!round) continue;
    found.push(round);
    for (const file of round) known.add(file);
  }
  return found;
}

/** The shortest way from a file over its imports back to it, looked for breadth first. */
function wayBack(start: string, importsOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  let edge = [start];
  while (edge.length > 0) {
    const next: string[] = [];
    for (const file of edge) {
      for (const target of importsOf.get(file) ?? []) {
        if (target === start) return [...pathTo(file, start, cameFrom), start];
        if (cameFrom.has(target)) continue;
        cameFrom.set(target, file);
        next.push(target);
      }
    }
    edge = next;
  }
  return undefined;
}

function pathTo(file: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [file];
  while (path[0] !== start) path.unshift(cameFrom.get(path[0]!)!);
  return path;
}

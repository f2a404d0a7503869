import { contract, type RouteName } from '../../src/client/contract/index.ts';
import type { Catalogue, Session } from '../api/queries.ts';
import type { RailLine } from '../app/page-module.ts';
import { registersUnder } from '../shared/boards.ts';

export type Line = Pick<RailLine, 'title' | 'path'>;

interface RailSection {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Line[];
}

/** What stands in the rail of a post. */
interface RailOfPost {
  readonly top: readonly Line[];
  /** Chapters of the work in which the post takes steps, with its registers and lists. */
  readonly sections: readonly RailSection[];
  /** Registers and lists in which it takes none: there to be looked up, folded away. */
  readonly others: readonly Line[];
  readonly bottom: readonly Line[];
}

type Acting = Pick<Session['acting'], 'kind' | 'administrator'>;
type Known = Pick<Catalogue, 'chapters' | 'procedures' | 'lists'>;

/**
 * The rail of a post, from what the post may do: where it takes steps, which lists its steps draw on or it keeps itself,
 * which pages it may call. Administrators handle no matters: theirs holds their own administration.
 */
export function railOf(
  acting: Acting,
  { chapters, procedures, lists }: Known,
  lines: readonly RailLine[],
): RailOfPost {
  const shown = lines.filter((line) => isFor(line, acting, procedures)).sort((a, b) => a.order - b.order);
  const placed = (place: string) => shown.filter((line) => line.place === place);
  if (acting.administrator) return { top: placed('top'), sections: [], others: [], bottom: placed('bottom') };
  const own = procedures.filter((procedure) => takesSteps(procedure, acting));
  const used = new Set(own.flatMap((procedure) => listsOf(procedure, acting)));
  const works = new Set<string>([
    ...own.map(({ id }) => id),
    ...lists.filter(({ id, mayOperate }) => mayOperate || used.has(id)).map(({ id }) => id),
  ]);
  const boardsAtHand = new Set([
    ...shown.map(({ path }) => path),
    ...procedures.filter(({ id }) => works.has(id)).map(({ id }) => `/registers/${id}`),
  ]);
  const sections: RailSection[] = [];
  const others: Line[] = [];
  for (const { id, name } of chapters) {
    const entries = [
      // What is worked at a desk of its own stands in the rail by that desk; what a board stands for, by the board.
      ...procedures
        .filter(({ chapter, desk, board }) => chapter === id && !desk && !(board && boardsAtHand.has(board)))
        // What is opened by another matter comes after what is begun here.
        .sort((a, b) => Number(a.onlyAsChild) - Number(b.onlyAsChild))
        .map((procedure) => ({ ...procedure, path: `/registers/${procedure.id}` })),
      ...lists.filter((list) => list.chapter === id).map((list) => ({ ...list, path: `/lists/${list.id}` })),
    ].map((entry) => ({ id: entry.id, title: entry.name, path: entry.path }));
    const mine = [...placed(id), ...entries.filter((entry) => works.has(entry.id))];
    if (mine.length > 0) sections.push({ id, name, lines: mine });
    others.push(...entries.filter((entry) => !works.has(entry.id)));
  }
  return { top: placed('top'), sections, others, bottom: placed('bottom') };
}

function isFor(line: RailLine, acting: Acting, procedures: Known['procedures']): boolean {
  if (line.route) return mayCall(line.route, acting);
  if (line.everybody) return true;
  if (acting.administrator) return false;
  const under = registersUnder(line.path, procedures);
  return under.length === 0 || under.some((procedure) => takesSteps(procedure, acting));
}

function mayCall(route: RouteName, { kind }: Acting): boolean {
  const { access } = contract[route];
  return typeof access === 'string' || (access as readonly string[]).includes(kind);
}

type Procedure = Known['procedures'][number];

const stepsOf = ({ steps }: Procedure, { kind }: Acting) => steps.filter(({ by }) => by.includes(kind));
const takesSteps = (procedure: Procedure, acting: Acting) => stepsOf(procedure, acting).length > 0;

/** Lists from which the forms of the post's steps choose. */
function listsOf(procedure: Procedure, acting: Acting): string[] {
  return stepsOf(procedure, acting)
    .flatMap(({ fields }) => [...fields, ...fields.flatMap(({ columns }) => columns ?? [])])
    .flatMap(({ list }) => list ?? []);
}

import type { MatterView } from '../../client/contract/matters.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { checkedCitations } from '../../store/identity/checked-citations.ts';
import type { World } from '../world.ts';

/** Who made documents of a matter with citations nobody had read, and said that he had checked them; from the audit. */
export async function checkedDocuments(
  world: World,
  region: string,
  { id, procedure, version }: Pick<MatterState, 'id' | 'procedure' | 'version'>,
): Promise<MatterView['checked']> {
  const { documents = {} } = world.systems.registry.get(procedure, version).declaration;
  const directory = world.directory();
  const checked = await checkedCitations(world.sql, region, id);
  return checked.map(({ at, document, person, post, citations }) => ({
    at,
    document: documents[document]?.name ?? document,
    person: directory.personName(person),
    postName: directory.post(post)?.name ?? '',
    citations,
  }));
}

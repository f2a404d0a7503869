import { legalDateOf } from '../../kernel/dates.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import { itemStatuses } from '../../lists/operations.ts';
import { type ItemHit, searchItems } from '../../store/lists/search.ts';
import { findMatter } from '../../store/matters/matter.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { type SearchHit, searchMatters } from '../../store/matters/search.ts';
import { proofOf } from '../../store/sealing/proof.ts';
import { opensFilesOf } from '../files/reading.ts';
import type { Call, Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, openerOf } from '../session.ts';
import type { World } from '../world.ts';
import { headOf } from './head.ts';
import { listNamed } from './list-query.ts';
import { stageNames } from './matters.ts';
import { maySee } from './visible.ts';

/** The proof of a record, and the search over everything the post may see. */
export function ledgerHandlers(world: World): Pick<Handlers, 'matter.proof' | 'search.all'> {
  return {
    'matter.proof': async ({ session, params }) => {
      const found = await findMatter(world.sql, session.region, params.matter);
      if (!found || !maySee(world, session, found)) {
        return refuse('not-found', 'kernel.P0', '没有这个办件，或者您无权查看。');
      }
      const proof = await proofOf(world.sql, session.region, params.matter, params.seq);
      if (!proof) {
        return { sealed: false, sentences: ['这条记录刚刚写入，几秒之内将被封存，封存后可以取得证明。'] };
      }
      const { seal, leaf } = proof;
      // The text of a record names the digests of its files, which open nothing but are nobody else's business.
      const whole = opensFilesOf(found.state, openerOf(session), world.systems.registry.get);
      const text = whole ? proof.text : proof.publicText;
      return {
        sealed: true,
        sentences: [
          `这条记录是本地区台账的第${(leaf + 1).toLocaleString('zh-CN')}条，写入后没有改动过。`,
          `它已封存在第${seal.number}号封存中，封存时台账共有${seal.size.toLocaleString('zh-CN')}条记录。`,
          '把下面的证明文本交给任何人，不依靠本系统也能验证这条记录确在台账之中。',
        ],
        proof: { text, number: seal.number, size: seal.size, root: seal.root, leaf },
      };
    },
    'search.all': (call) => searchAll(world, call),
  };
}

/** So many matters, items and alerts at most are told of: of more, the words want to be narrowed. */
const MATTERS = 12;
const ITEMS = 8;

/**
 * Matters, newest first, then items of lists as they stand today. What alerts of a matter bears its name and is always
 * newer: alerts stand last, or nobody would find the matters.
 */
async function searchAll(world: World, { session, query: { q }, now }: Call<'search.all'>) {
  if (queryTerms(q).length === 0) {
    refuse('invalid', 'server.search', '请输入编号、名称或者拼音首字母。');
  }
  const { sql, systems } = world;
  const { region } = session;
  const scope = scopeOf(actingOf(session));
  const alert = systems.alertProcedure.procedure;
  const [matters, items, alerts] = await Promise.all([
    searchMatters(sql, region, scope, q, MATTERS, { except: alert }),
    searchItems(sql, { region, on: legalDateOf(now), search: q, limit: ITEMS }),
    searchMatters(sql, region, scope, q, ITEMS, { only: alert }),
  ]);
  return {
    hits: [
      ...matters.map((row) => matterHit(world, row)),
      ...items.map((row) => itemHit(world, row)),
      ...alerts.map((row) => matterHit(world, row)),
    ],
    more: matters.length === MATTERS || items.length === ITEMS || alerts.length === ITEMS,
  };
}

function matterHit(world: World, row: SearchHit) {
  const procedure = world.systems.registry.get(row.procedure);
  return {
    kind: 'matter' as const,
    ...headOf(world, row),
    state: row.outcome ?? stageNames(procedure, row.stages).join('、'),
  };
}

function itemHit(world: World, { list, code, name, unit, status }: ItemHit) {
  return {
    kind: 'item' as const,
    id: code,
    procedure: list,
    procedureName: listNamed(world, list).declaration.name,
    number: code,
    title: name,
    unitName: world.directory().shortName(unit),
    state: itemStatuses[status],
  };
}

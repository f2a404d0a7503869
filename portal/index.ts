import { Hono } from 'hono';
import type { Client } from '../src/client/client.ts';
import { accessibilityPage, dataPage, versionPage } from './pages/about.ts';
import { channelPage, disclosurePage } from './pages/disclosure.ts';
import { disclosureItemPage } from './pages/disclosure-item.ts';
import { duePage } from './pages/due.ts';
import { dutyReportPage, dutyReportsPage } from './pages/duty-reports.ts';
import { guidePage } from './pages/guide.ts';
import { guidesPage } from './pages/guides.ts';
import { homePage } from './pages/home.ts';
import { listPage } from './pages/list.ts';
import { listChangesPage } from './pages/list-changes.ts';
import { listItemPage } from './pages/list-item.ts';
import { listsPage } from './pages/lists.ts';
import { planPage, plansPage } from './pages/plans.ts';
import { progressPage } from './pages/progress.ts';
import { reportFigurePage, reportPage, reportsPage } from './pages/reports.ts';
import { searchPage } from './pages/search.ts';
import { verifyPage, verifyPasted } from './pages/verify.ts';
import { serveAsset } from './shell/assets.ts';
import type { PageMaker } from './shell/page.ts';
import { chooseType, notFound, type PortalOptions, serve } from './shell/serve.ts';

export interface Portal extends PortalOptions {
  /** Number of the running product. */
  readonly version: string;
}

/** Pages by their address; the more exact one stands first. */
const pages: readonly (readonly [path: string, maker: PageMaker])[] = [
  ['/', homePage],
  ['/search', searchPage],
  ['/lists', listsPage],
  ['/lists/:list', listPage],
  ['/lists/:list/changes', listChangesPage],
  ['/lists/:list/:code', listItemPage],
  ['/guides', guidesPage],
  ['/guides/:code', guidePage],
  ['/disclosure', disclosurePage],
  ['/disclosure/:channel', channelPage],
  ['/disclosure/:channel/:id', disclosureItemPage],
  ['/progress', progressPage],
  ['/due', duePage],
  ['/verify', verifyPage],
  ['/plans', plansPage],
  ['/plans/:plan', planPage],
  ['/duty-reports', dutyReportsPage],
  ['/duty-reports/:id', dutyReportPage],
  ['/reports', reportsPage],
  ['/reports/:report', reportPage],
  ['/reports/:report/figures/:figure', reportFigurePage],
  ['/about/accessibility', accessibilityPage],
  ['/about/data', dataPage],
];

/** Addresses that are not the portal's to answer, even when nothing else does. */
const others = /^\/(api|console|sign-in|metrics|health|ready)(\/|$)/;

/**
 * The public portal: pages set on the server, complete without scripts. It knows nothing but the public routes of
 * the contract, which it calls through the typed client.
 */
export function portalPages(client: Client, options: Portal): Hono {
  const portal = new Hono();
  const page = (maker: PageMaker) => serve(client, options, maker);
  portal.get('/portal/:asset', serveAsset);
  portal.get('/type', chooseType);
  for (const [path, maker] of pages) portal.get(path, page(maker));
  portal.get('/about/version', page(versionPage(options.version)));
  portal.post('/verify', page(verifyPasted));
  portal.get('/verify/seals/:number/proof.txt', (context) =>
    context.redirect(client.href('public.sealText', { params: { number: context.req.param('number') } })),
  );
  const lost = page(async () =>
    notFound('没有这个页面，网址可能写错了，或者页面已经搬家。请从首页进入，或者用查找。'),
  );
  portal.get('*', (context, next) => (others.test(context.req.path) ? next() : lost(context)));
  return portal;
}

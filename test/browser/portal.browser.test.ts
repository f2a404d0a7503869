import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, openPage, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;

beforeAll(async () => {
  served = await serveDemo();
});
afterAll(() => served?.close());

/** A page in a window of its own. */
async function open(path: string, { width = 1366, scripts = true } = {}): Promise<Page> {
  const context = await served.stranger({ viewport: { width, height: 768 }, javaScriptEnabled: scripts });
  return openPage(context, path);
}

const close = (page: Page) => page.context().close();

/** Addresses of one page of every kind; those of single things are taken from the lists that lead to them. */
async function everyPage(): Promise<string[]> {
  const first = async (path: string, prefix: string): Promise<string> => {
    const text = await (await fetch(served.base + path)).text();
    const found = new RegExp(`<h[23] class="row"><a href="(${prefix}[^"]+)"`).exec(text)?.[1];
    if (!found) throw new Error(`${path} leads nowhere`);
    return found;
  };
  return [
    '/',
    '/search?q=食品',
    '/search?q=没有这样的词',
    '/lists',
    '/lists/powers?kind=licence',
    '/lists/powers/changes',
    await first('/lists/powers', '/lists/powers/'),
    '/guides',
    await first('/guides', '/guides/'),
    '/disclosure',
    '/disclosure/penalty-decisions',
    await first('/disclosure/penalty-decisions', '/disclosure/penalty-decisions/'),
    await first('/disclosure/licence-decisions', '/disclosure/licence-decisions/'),
    '/progress?number=XK-1',
    '/due',
    '/due?q=行政处罚',
    '/due?rule=XK-09&start=2024-09-27',
    '/verify',
    '/reports',
    '/about/accessibility',
    '/about/data',
    '/about/version',
    '/no-such-page',
  ];
}

describe('every page of the portal', () => {
  it('passes axe', async () => {
    const page = await open('/');
    for (const path of await everyPage()) {
      await page.goto(path);
      expect(await violations(page, 'best-practice'), path).toEqual([]);
    }
    await close(page);
  }, 240_000);

  it('passes axe in large type and in dark colours, too', async () => {
    const page = await open('/');
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of [
      '/',
      '/lists/powers',
      '/guides/SX-0001',
      '/due?rule=XK-09&start=2024-09-27',
      '/verify',
    ]) {
      await page.goto(`/type?size=large&back=${encodeURIComponent(path)}`);
      expect(new URL(page.url()).pathname).toBe(new URL(path, served.base).pathname);
      expect(await page.locator('html').getAttribute('class'), path).toBe('large');
      expect(await violations(page, 'best-practice'), path).toEqual([]);
    }
    await close(page);
  }, 240_000);

  it('fits 320 pixels, also in large type, without running off the side', async () => {
    const page = await open('/type?size=large', { width: 320 });
    for (const path of await everyPage()) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
    await close(page);
  });

  it('stays under 50 KB and is not sent again while it is unchanged', async () => {
    for (const path of await everyPage()) {
      const answer = await fetch(served.base + path);
      const text = await answer.text();
      expect(new TextEncoder().encode(text).length, path).toBeLessThan(50_000);
      expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
      const etag = answer.headers.get('etag');
      if (etag === null) continue;
      const again = await fetch(served.base + path, { headers: { 'if-none-match': etag } });
      expect(again.status, path).toBe(304);
    }
  });
});

describe('without scripts', () => {
  it('leads from the first page by a search to an item and its history', async () => {
    const page = await open('/', { scripts: false });
    await page.getByRole('searchbox').fill('食品经营');
    await page.getByRole('button', { name: '查找' }).click();
    await page.locator('.rows a').first().click();
    expect(await page.locator('h1').innerText()).toContain('食品经营');
    await close(page);
  });

  it('reckons a due day line by line, and says why another start is refused', async () => {
    const page = await open('/due?rule=XK-09', { scripts: false });
    await page.getByLabel('从哪一天起').fill('2024-09-27');
    await page.getByRole('button', { name: '计算' }).click();
    // Twenty workdays over the National Day holiday of 2024: 29 September and 12 October are worked.
    expect(await page.locator('.answer').innerText()).toContain('2024年10月30日');
    expect(await page.locator('.steps li').count()).toBeGreaterThan(2);
    await page.getByLabel('从哪一天起').fill('1999-01-04');
    await page.getByRole('button', { name: '计算' }).click();
    await page.getByRole('alert').waitFor();
    await close(page);
  });

  it('asks for a time where hours are counted, and leads to the rule that applied then', async () => {
    const page = await open('/due?rule=LF-03', { scripts: false });
    await page.getByLabel('从什么时刻起').fill('2024-03-01T09:30');
    await page.getByRole('button', { name: '计算' }).click();
    expect(await page.locator('.answer').innerText()).toContain('2024年3月2日9时30分');
    await page.goto('/due?rule=CF1-32&start=2020-05-06');
    await page.getByRole('link', { name: '按当时的规定计算' }).click();
    expect(await page.locator('.answer').innerText()).toContain('2020年5月9日');
    await close(page);
  });

  it('verifies a seal that was kept, and sees a single character that was changed', async () => {
    const page = await open('/verify', { scripts: false });
    const anchor = (await page.locator('.facts .code').last().innerText()).trim();
    await page.getByLabel('封存凭据、留痕证明或者报告全文').fill(anchor);
    await page.getByRole('button', { name: '验真' }).click();
    expect(await page.getByRole('status').innerText()).toContain('相符');
    const [prefix, region, number, size, hash, check] = anchor.split(':');
    const other = hash!.startsWith('0') ? `1${hash!.slice(1)}` : `0${hash!.slice(1)}`;
    await page
      .getByLabel('封存凭据、留痕证明或者报告全文')
      .fill([prefix, region, number, size, other, check].join(':'));
    await page.getByRole('button', { name: '验真' }).click();
    expect(await page.getByRole('status').innerText()).toContain('校验码不符');
    await close(page);
  });
});

it('is used by keyboard alone: the first stop leads past the head to the text', async () => {
  const page = await open('/lists');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await close(page);
});

it('answers an unknown receipt number like a wrong one, and slows down whoever tries many', async () => {
  const ask = async (number: string) => {
    const answer = await fetch(`${served.base}/progress?number=${number}`);
    return { status: answer.status, text: (await answer.text()).replaceAll(number, '') };
  };
  expect(await ask('XK-20240101-AAAAAA')).toEqual(await ask('anything'));
  let status = 200;
  for (let tries = 0; tries < 70 && status === 200; tries++) ({ status } = await ask(`XK-${tries}`));
  expect(status).toBe(429);
});

it('does not let the choice of type size lead to another site', async () => {
  for (const back of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const answer = await fetch(`${served.base}/type?size=large&back=${encodeURIComponent(back)}`, {
      redirect: 'manual',
    });
    const to = new URL(answer.headers.get('location')!, served.base);
    expect(to.origin, back).toBe(served.base);
  }
});

it('made the browser complain about nothing', () => {
  expect(complaints).toEqual([]);
});

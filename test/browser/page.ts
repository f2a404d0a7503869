import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';

// What every browser test does with a page. Vitest loads this room once for each test file, so what was complained
// about belongs to that file.

/** What the browser complained about in the pages that were opened; a test file ends by expecting nothing here. */
export const complaints: string[] = [];

/** Where pictures of the pages are put, for whoever wants to look at them; unset, none is taken. */
const pictures = process.env.FAZHI_PICTURES;

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The page at `path`, once what `ready` selects stands in it. Answers of 4xx are part of a test, not complaints. */
export async function openPage(context: BrowserContext, path: string, ready = 'h1'): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) {
      complaints.push(`${path}: ${line.text()}`);
    }
  });
  await page.goto(path);
  await page.locator(ready).first().waitFor();
  return page;
}

/** What axe finds against WCAG 2.1 AA in the page as it stands; `more` names further tags of its rules. */
export async function violations(page: Page, ...more: string[]): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags([...WCAG, ...more]).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Keeps a picture of the window as `name`.png; with `phone` also of the page on a phone. */
export async function picture(page: Page, name: string, { phone = false } = {}): Promise<void> {
  if (!pictures) return;
  await page.screenshot({ path: `${pictures}/${name}.png` });
  if (!phone) return;
  const desk = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${pictures}/${name}-phone.png` });
  await page.setViewportSize(desk);
}

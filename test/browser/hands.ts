import type { Locator, Page, Request } from 'playwright-core';

// What a clerk does with hands at the page of a matter: open a step, fill its fields, press its verb.

/** A value by the widget of the field: text, a day, one or several choices by their words, people, files, yes or no. */
export type Filled =
  | string
  | { readonly day: string }
  | { readonly choose: string }
  | { readonly tick: readonly string[] }
  | { readonly people: readonly string[] }
  | { readonly seek: string }
  | { readonly files: readonly string[] };

export const yes: Filled = { choose: '是' };
export const no: Filled = { choose: '否' };

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n%${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`),
});

export async function fill(page: Page, fields: { readonly [field: string]: Filled }): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await fillOne(page, page.locator(`[data-field="${name}"]`), value);
  }
}

async function fillOne(page: Page, field: Locator, value: Filled): Promise<void> {
  if (typeof value === 'string') return field.locator('input, textarea').first().fill(value);
  if ('day' in value) {
    await field.locator('input').fill(value.day);
    return field.locator('input').press('Enter');
  }
  if ('tick' in value) {
    for (const word of value.tick) {
      const box = field.getByRole('checkbox', { name: word, exact: true });
      if (await box.count()) await box.check();
      else await option(page, field, word);
    }
    return page.keyboard.press('Escape');
  }
  if ('people' in value) {
    for (const person of value.people) await option(page, field, person);
    return page.keyboard.press('Escape');
  }
  if ('seek' in value) return option(page, field, value.seek);
  if ('files' in value) {
    for (const file of value.files) {
      const stored = page.waitForResponse((response) => response.url().includes('/api/files'));
      await field.locator('input[type=file]').setInputFiles(pdf(file));
      await stored;
      await field.getByText(file).first().waitFor();
    }
    return;
  }
  const radio = field.getByRole('radio', { name: value.choose, exact: true });
  if (await radio.count()) return radio.check();
  return option(page, field, value.choose);
}

/** Chooses from the list of a field as a typist does: what is typed leads the list, Enter takes it. */
async function option(page: Page, field: Locator, word: string): Promise<void> {
  await field.getByRole('combobox').fill(word);
  const first = '.ant-select-dropdown:visible .ant-select-item-option-active';
  await page.locator(first, { hasText: word }).waitFor();
  await page.keyboard.press('Enter');
}

/** Names the day on which what follows was done on paper. */
export async function onDay(page: Page, day: string): Promise<void> {
  await page.getByLabel('补录以前的纸质办理').check();
  const input = page.getByLabel('实际办理日期');
  await input.fill(day);
  const read = page.waitForResponse((response) => response.url().includes(`?on=${day}`));
  await input.press('Enter');
  await read;
}

/** Opens a step of the matter and fills its form. */
export async function begin(page: Page, step: string, fields: { readonly [field: string]: Filled } = {}) {
  await page.locator('.step-buttons').getByRole('button', { name: step, exact: true }).click();
  await page.locator('.step-panel').getByRole('heading', { name: step, exact: true }).waitFor();
  await fill(page, fields);
}

const isStep = (request: Request) =>
  request.method() === 'POST' && /\/api\/(matters|procedures)\//.test(request.url());

/** Presses the verb of the form; answers with what the page said, whether done or refused. */
export async function press(page: Page): Promise<string> {
  const answer = page.waitForResponse((response) => isStep(response.request()));
  await page.locator('.form-foot button[type=submit]').click();
  const { ok, message } = await (await answer)
    .json()
    .then((body) => ({ ok: !body.rule, message: body.message }));
  const said = ok ? page.locator('.said') : page.locator('.notice.refused');
  await said.getByText(message).waitFor();
  return message as string;
}

/** The whole of a step: opened, filled, pressed. */
export async function take(page: Page, step: string, fields: { readonly [field: string]: Filled } = {}) {
  await begin(page, step, fields);
  return press(page);
}

/** The page of a matter, as somebody opens it who knows its address. */
export async function visit(page: Page, matter: string): Promise<void> {
  await page.goto(`/console/matters/${matter}`);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
}

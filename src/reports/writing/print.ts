import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TIME_LIMIT_MS = 60_000;

/**
 * A page as PDF, printed by the browser that came with the packages. Undefined where there is none: it is brought for
 * the tests, and a server may do without. The page is set as it stands; it is not asked for anything from elsewhere.
 */
export async function printPdf(html: string): Promise<Uint8Array | undefined> {
  const parts = await browserParts();
  if (!parts) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-print-'));
  try {
    const browser = await parts.chromium.launch({
      executablePath: await parts.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      env: { ...process.env, ...fontSettings(folder) } as Record<string, string>,
      timeout: TIME_LIMIT_MS,
    });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      await page.setContent(html, { timeout: TIME_LIMIT_MS });
      return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The packages of the browser, where they are installed. */
async function browserParts() {
  try {
    const [{ chromium }, { default: packaged }] = await Promise.all([
      import('playwright-core'),
      import('@sparticuz/chromium'),
    ]);
    return { chromium, executablePath: () => packaged.executablePath() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The machine's fonts and the packaged Chinese one, so that no character is left blank. */
function fontSettings(folder: string): { readonly FONTCONFIG_FILE?: string } {
  const fonts = packagedFonts();
  if (!fonts) return {};
  const path = join(folder, 'fonts.conf');
  const folders = ['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('');
  const known = existsSync('/etc/fonts/fonts.conf')
    ? '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    : '';
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${known}${folders}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: path };
}

function packagedFonts(): string | undefined {
  try {
    const { resolve } = createRequire(import.meta.url);
    return dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  } catch {
    return undefined;
  }
}

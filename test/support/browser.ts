import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * Chromium from the installed packages, with a Chinese font, so that pictures and widths are the same on every
 * machine. The package's own arguments are not used: they turn off what a browser guards its users with.
 */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(tmpdir(), { recursive: true });
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fontSettings() } as Record<string, string>,
  });
}

/** A font configuration that knows the packaged Noto Sans SC and nothing else. */
function fontSettings(): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-fonts-'));
  const path = join(folder, 'fonts.conf');
  const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${weights.map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('')}
<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
  );
  return path;
}

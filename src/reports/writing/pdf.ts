import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TYPEFACES } from './typefaces.ts';

/** What a user is told where no PDF can be made on the server. */
export const PDF_UNAVAILABLE =
  '本服务器没有安装 LibreOffice，也没有可用的浏览器组件，不能直接生成 PDF。请打开网页版后用浏览器“打印—另存为 PDF”，或下载 .docx 自行转换。';

const TIME_LIMIT_MS = 120_000;

/**
 * The same paper as PDF, by LibreOffice without a window. Undefined where LibreOffice is not installed (tell the user
 * {@link PDF_UNAVAILABLE}); throws Error when a conversion fails or takes longer than two minutes.
 */
export async function toPdf(docx: Uint8Array): Promise<Uint8Array | undefined> {
  const office = await findOffice();
  if (!office) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'fazhi-pdf-'));
  try {
    await writeFile(join(folder, 'paper.docx'), docx);
    await writeFile(join(folder, 'fonts.conf'), fontSubstitutions());
    await convert(office, folder, 'fodt', 'paper.docx');
    const flatText = await readFile(join(folder, 'paper.fodt'), 'utf8');
    await writeFile(join(folder, 'paper.fodt'), restoreChineseSetting(flatText));
    await convert(office, folder, 'pdf', 'paper.fodt');
    return new Uint8Array(await readFile(join(folder, 'paper.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The LibreOffice on the search path, if there is one. */
async function findOffice(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of folders.flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')])) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

/**
 * LibreOffice's import (seen in 7.4) drops two settings of the paper: it adds space around digits, and it lets
 * punctuation hang outside the type area, where a hanging comma can vanish from the page. Both are put back in its own
 * format before the page is set.
 */
export function restoreChineseSetting(flatText: string): string {
  return flatText
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"');
}

/** A profile of its own in the folder, so that conversions run beside each other and beside a user's own office. */
function convert(office: string, folder: string, format: 'fodt' | 'pdf', source: string): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const options = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', format];
  return new Promise((resolve, reject) => {
    const child = spawn(office, [...options, '--outdir', folder, join(folder, source)], {
      env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`PDF 转换失败（${signal ?? code}）：${complaint.trim().slice(-400)}`));
    });
  });
}

/** Fontconfig rules that name what stands in for each face of an official paper, for this rendering only. */
export function fontSubstitutions(): string {
  const rules = Object.values(TYPEFACES).map((face) => {
    const families = face.substitutes.map((family) => `<string>${family}</string>`).join('');
    return (
      `<match target="pattern"><test name="family" qual="any"><string>${face.name}</string></test>` +
      `<edit name="family" mode="append" binding="strong">${families}</edit></match>`
    );
  });
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `<include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`
  );
}

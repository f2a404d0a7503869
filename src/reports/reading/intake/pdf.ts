import { getDocumentProxy } from 'unpdf';
import { layoutText, type PlacedText } from './layout.ts';
import { UnreadableFile } from './unreadable.ts';

/** Pages read at most; longer files are no reports. */
const MAX_PAGES = 500;

/** Text of a PDF. Throws {@link UnreadableFile} where it is locked, broken or only pictures. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  const pages: PlacedText[][] = [];
  try {
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const height = page.getViewport({ scale: 1 }).height;
      const content = await page.getTextContent();
      pages.push(content.items.flatMap((item) => ('str' in item ? [placed(item, height)] : [])));
    }
  } catch {
    throw new UnreadableFile('broken');
  } finally {
    await document.loadingTask.destroy();
  }
  return layoutText(pages);
}

/** The library takes the buffer over, so it gets a copy; and a plain one, since it refuses Node's Buffer. */
async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(locked ? 'encrypted' : 'broken');
  }
}

function placed(item: { str: string; transform: number[]; width: number }, height: number): PlacedText {
  const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y: height - y, width: item.width, size: Math.hypot(skew, scale) || 10 };
}

import { Unzip, UnzipInflate } from 'fflate';
import { RefusedError } from '../../kernel/errors.ts';

/** What a workbook may hold once it is unpacked. */
const archiveLimits = { files: 200, bytes: 200 * 1024 * 1024 } as const;

const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const PIECE = 65_536;

/**
 * Refuses a workbook that would unpack to more than is allowed before anything keeps its content. The directory's
 * sizes are added up, and the content is unpacked piece by piece and thrown away, because either may lie.
 * @throws RefusedError `invalid`
 */
export function checkArchive(
  bytes: Uint8Array,
  limits: { files: number; bytes: number } = archiveLimits,
): void {
  const declared = directorySizes(bytes);
  if (declared.length > limits.files) throw tooLarge();
  if (declared.reduce((sum, size) => sum + size, 0) > limits.bytes) throw tooLarge();
  let unpacked = 0;
  let failed: unknown;
  const unzip = new Unzip((file) => {
    file.ondata = (error, piece) => {
      unpacked += piece?.length ?? 0;
      if (error) failed ??= notAWorkbook();
      else if (unpacked > limits.bytes) failed ??= tooLarge();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !failed; at += PIECE) {
    try {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    } catch {
      failed ??= notAWorkbook();
    }
  }
  if (failed) throw failed;
}

/** Unpacked sizes as the central directory states them. */
function directorySizes(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest) throw notAWorkbook();
  const sizes: number[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    sizes.push(view.getUint32(at + 24, true));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sizes;
}

export function notAWorkbook(): RefusedError {
  return new RefusedError({
    kind: 'invalid',
    rule: 'lists.X1',
    message: '这个文件不是可以读取的Excel工作簿（.xlsx），请用模板另存后重新上传。',
  });
}

function tooLarge(): RefusedError {
  return new RefusedError({
    kind: 'invalid',
    rule: 'lists.X1',
    message: '工作簿解压后过大，请删去图片和多余的工作表，或者分成几个文件导入。',
  });
}

import { extname } from 'node:path';
import { refuse } from '../http/problem.ts';

interface Kind {
  readonly type: string;
  /** Bytes at the start that files of this kind have; none where the kind has no mark. */
  readonly starts: readonly (readonly number[])[];
}

const zip = [[0x50, 0x4b, 0x03, 0x04]];
const ole = [[0xd0, 0xcf, 0x11, 0xe0]];

/** What may be stored. The name's ending says what it claims to be, the first bytes whether it is. */
const kinds: Record<string, Kind> = {
  '.pdf': { type: 'application/pdf', starts: [[0x25, 0x50, 0x44, 0x46]] },
  '.png': { type: 'image/png', starts: [[0x89, 0x50, 0x4e, 0x47]] },
  '.jpg': { type: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  '.jpeg': { type: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  '.docx': { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', starts: zip },
  '.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: zip },
  '.ofd': { type: 'application/ofd', starts: zip },
  '.doc': { type: 'application/msword', starts: ole },
  '.xls': { type: 'application/vnd.ms-excel', starts: ole },
  '.wps': { type: 'application/vnd.ms-works', starts: ole },
  '.mp4': { type: 'video/mp4', starts: [] },
  '.mp3': { type: 'audio/mpeg', starts: [] },
  '.wav': { type: 'audio/wav', starts: [[0x52, 0x49, 0x46, 0x46]] },
  '.txt': { type: 'text/plain', starts: [] },
  '.html': { type: 'text/html', starts: [] },
  '.htm': { type: 'text/html', starts: [] },
  '.csv': { type: 'text/csv', starts: [] },
};

/** Media type of a file, or a refusal: an ending that is not taken, or content that is not what it claims. */
export function fileTypeOf(name: string, head: Uint8Array): string {
  const ending = extname(name).toLowerCase();
  const kind = kinds[ending];
  if (!kind) {
    return refuse(
      'invalid',
      'files.type',
      `不能上传${ending || '没有扩展名的'}文件，可以上传：${Object.keys(kinds).join(' ')}。`,
    );
  }
  const fits =
    kind.starts.length === 0 ||
    kind.starts.some((start) => start.every((byte, index) => head[index] === byte));
  if (!fits)
    return refuse('invalid', 'files.content', `文件内容不是${ending}格式，请检查文件是否损坏或改过扩展名。`);
  return kind.type;
}

/** Why a file cannot be read, in words for the user: what is wrong and what to do instead. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, detail = '') {
    super(REASONS[reason] + detail);
    this.name = 'UnreadableFile';
    this.reason = reason;
  }
}

const REASONS = {
  missing: '找不到这个文件，或它不是普通文件。请检查路径。',
  empty: '文件是空的，没有可读的文字。请检查是否上传完整。',
  'too-large': '文件超过 20 MB，公文不会这么大，未予读取。请只上传正文，图片和附件另传。',
  'zip-bomb': '压缩内容展开后过大，疑似恶意文件，未予读取。请用办公软件另存后重试。',
  'too-long': '文字超过 500 万字，超出一份文件的合理篇幅，未予读取。请拆分后重试。',
  'legacy-office':
    '这是旧版二进制格式（.doc、.wps、.xls、.ppt），无法直接读取。请在 WPS 或 Word 中另存为 .docx 后重试。',
  encrypted: '文件已加密或设有打开密码，无法读取。请去除密码后重试。',
  broken: '文件已损坏或不完整，无法读取。请重新获取原文件。',
  'no-text': '文件里没有文字（可能是扫描件或图片），无法读取。请提供可复制文字的版本，或先做文字识别。',
  binary: '无法识别文件类型，内容不是文字。可读取的类型：txt、md、html、docx、pdf、ofd。',
  'other-archive':
    '这是压缩包或其他办公文件，不是 docx 或 ofd。请解压后上传其中的文件；表格请另存为 docx 或 html。',
} as const;

export type UnreadableReason = keyof typeof REASONS;

/** Bytes of one uploaded file. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** Bytes one zip entry may inflate to, and all entries read together. */
export const MAX_ENTRY_BYTES = 40 * 1024 * 1024;
/** UTF-16 units of the text before cleaning. */
export const MAX_CHARACTERS = 5_000_000;

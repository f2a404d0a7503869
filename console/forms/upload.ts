import { type Problem, ProblemError } from '../api/client.ts';

export interface StoredFile {
  readonly sm3: string;
  readonly name: string;
  readonly size: number;
}

/**
 * Sends one file and says how far it got, 0 to 1. XMLHttpRequest, because fetch does not tell the progress of what it
 * sends. Rejects with ProblemError where the server refused, with TypeError where it was not reached.
 */
export function upload(file: File, onProgress: (part: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('x-fazhi', '1');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new TypeError('upload failed'));
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as StoredFile);
      reject(new ProblemError(problemIn(request)));
    };
    request.send(file);
  });
}

function problemIn({ status, responseText }: XMLHttpRequest): Problem {
  try {
    return { ...(JSON.parse(responseText) as Problem), status };
  } catch {
    return {
      status,
      title: '没有上传',
      message: '文件没有上传成功，请重试。',
      kind: 'fault',
      rule: 'client.upload',
    };
  }
}

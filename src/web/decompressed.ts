import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The body of an answer, without the compression that its header names. */
export function decompressed(answer: IncomingMessage): NodeJS.ReadableStream {
  const decompressor = decompressorFor(answer.headers['content-encoding']?.trim().toLowerCase());
  if (!decompressor) return answer;
  answer.on('error', (error) => decompressor.destroy(error));
  return answer.pipe(decompressor);
}

function decompressorFor(encoding: string | undefined) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

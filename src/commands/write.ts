import type { Output } from './environment.ts';

/** Characters to write at once: about what a stream buffers before it asks to wait. */
const CHUNK = 16_384;

/**
 * Writes texts as they are generated, no faster than they are read: a long article starts to print before all of it is
 * laid out, and layout stops when the reader of a pipe goes away.
 *
 * @throws the stream's error, such as EPIPE
 */
export async function write(stream: Pick<Output, 'write'>, texts: Iterable<string>): Promise<void> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK) continue;
    await new Promise<void>((resolve, reject) => {
      stream.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
    chunk = '';
  }
  if (chunk !== '') stream.write(chunk);
}

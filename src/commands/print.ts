import type { Link } from '../document/document.ts';
import { ansiLines } from '../style/ansi.ts';
import { plainLine } from '../style/plain.ts';
import { makeTheme, themeFor } from '../style/theme.ts';
import type { Line } from '../text/line.ts';
import type { Environment, Output } from './environment.ts';

/** Characters written at once, about what a stream holds before it says that it is full. */
const CHUNK = 16_384;

/**
 * Lines as they are printed, each with its end: in the colours of the environment, or without any escape code where it
 * has none. Made as they are asked for. The terminal is not asked for its background, as the reader does: whoever reads
 * its answer takes what was typed ahead for the shell, and cannot give it back.
 *
 * @param links  of the document the lines are from, to make them clickable
 */
export function* printed(
  lines: Iterable<Line>,
  { colour, env }: Environment,
  links: readonly Link[] = [],
): Generator<string> {
  if (colour > 0) yield* ansiLines(lines, makeTheme(themeFor(undefined, env.COLORFGBG), colour), { links });
  else for (const line of lines) yield `${plainLine(line)}\n`;
}

/**
 * Writes texts as they are made, no faster than they are read: the beginning of a long article is there before its end
 * is set, and nothing more is set when nobody reads on.
 *
 * @throws the stream's error, such as EPIPE
 */
export async function write(
  stream: Omit<Output, 'isTTY' | 'columns'>,
  texts: Iterable<string>,
): Promise<void> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await drained(stream);
    chunk = '';
  }
  if (chunk !== '') stream.write(chunk);
}

const drained = (stream: Pick<Output, 'once' | 'off'>): Promise<void> =>
  new Promise((resolve, reject) => {
    const onDrain = (): void => {
      stream.off('error', onError);
      resolve();
    };
    const onError = (error: unknown): void => {
      stream.off('drain', onDrain);
      reject(error);
    };
    stream.once('drain', onDrain);
    stream.once('error', onError);
  });

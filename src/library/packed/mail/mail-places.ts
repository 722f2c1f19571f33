/** Where a mail is in a mailbox: the bytes after its separator. */
export interface MailPlace {
  readonly at: number;
  readonly length: number;
}

/** The bytes of a file. */
export interface ByteFile {
  readonly size: number;
  /** Fills the buffer from an offset; returns how many bytes there were. */
  read(buffer: Buffer, from: number): number;
}

/** Bytes that are searched at a time. */
const WINDOW = 1 << 20;
/** Bytes of a window that are searched again with the next: a separator and the line after it are seldom longer. */
const OVERLAP = 4096;

/**
 * The mails of a mailbox. Each begins with a line `From …`, at the beginning of the file or after a blank line, that a header
 * field follows: a text, too, may have such a line.
 *
 * @param window  bytes that are searched at a time
 */
export function placesIn({ size, read }: ByteFile, window = WINDOW): MailPlace[] {
  const buffer = Buffer.alloc(window + OVERLAP);
  const starts: { readonly from: number; readonly at: number }[] = [];
  for (let from = 0; from < size; from += window) {
    // A blank line before the first separator is in the window before.
    const begin = Math.max(0, from - 3);
    const part = buffer.subarray(0, read(buffer, begin));
    for (const separator of separatorsIn(part.toString('latin1'), begin)) {
      if (separator.from >= from && separator.from < from + window) starts.push(separator);
    }
  }
  return starts.map(({ at }, i) => ({ at, length: (starts[i + 1]?.from ?? size) - at }));
}

/** A line `From …` after a blank one, and the beginning of a header field below it. */
const SEPARATOR = /(?<=^|\n\r?\n)From [^\n]*\n(?=[!-9;-~]+:)/g;

function* separatorsIn(
  text: string,
  begin: number,
): Generator<{ readonly from: number; readonly at: number }> {
  for (const { 0: line, index } of text.matchAll(SEPARATOR)) {
    // The beginning of a part is that of the file only for the first.
    if (index > 0 || begin === 0) yield { from: begin + index, at: begin + index + line.length };
  }
}

/** How the lines of a mail flow into paragraphs (RFC 3676). */
export interface Flow {
  /** True if the space that marks the end of a line that flows is not part of the text, as in languages without spaces. */
  readonly dropsSpaces: boolean;
  /** The offset of the word `flowed` in the header that says that they flow. */
  readonly at: number;
}

/** Bytes of a mail in which the header of its text is. */
const HEADERS = 65_536;
/** The header of a text, its continuation lines included. */
const TEXT = /^content-type:[ \t]*text\/plain(?:[^\n]|\n[ \t]){0,1000}/im;

/** How the lines of a mail's first text flow; undefined if they are lines of their own. */
export function flowOf(mail: Uint8Array): Flow | undefined {
  const head = Buffer.from(mail.buffer, mail.byteOffset, Math.min(mail.byteLength, HEADERS)).toString(
    'latin1',
  );
  const header = TEXT.exec(head);
  const flowed = header && /;\s*format="?(?=flowed\b)/i.exec(header[0]);
  if (!flowed) return undefined;
  const at = header.index + flowed.index + flowed[0].length;
  return { dropsSpaces: /;\s*delsp="?yes\b/i.test(header[0]), at };
}

/** A mail whose header does not say that lines flow: postal-mime joins quoted lines with their marks (`> one > two`). */
export function withoutFlow(mail: Uint8Array, { at }: Flow): Uint8Array {
  const copy = Uint8Array.from(mail);
  copy.set(Buffer.from('normal'), at);
  return copy;
}

/** Joins the lines of a text that flow into the next: those that end in a space, before a line that is quoted as deep. */
export function unflowed(text: string, { dropsSpaces }: Pick<Flow, 'dropsSpaces'>): string {
  const paragraphs: { readonly depth: number; text: string }[] = [];
  let flows = false;
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length;
    // A space before the text keeps it from being read as a quotation.
    const content = line.slice(depth).replace(/^ /, '');
    const last = paragraphs.at(-1);
    const isSignature = content === '-- ';
    if (flows && last?.depth === depth && content !== '' && !isSignature) last.text += content;
    else paragraphs.push({ depth, text: content });
    flows = content.endsWith(' ') && !isSignature;
    if (flows && dropsSpaces) paragraphs.at(-1)!.text = paragraphs.at(-1)!.text.slice(0, -1);
  }
  return paragraphs.map(({ depth, text }) => (depth > 0 ? `${'>'.repeat(depth)} ${text}` : text)).join('\n');
}

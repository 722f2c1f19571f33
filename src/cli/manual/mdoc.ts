import type { Entry, Section } from '../help/content.ts';

/** A page of the manual, as mdoc(7) has it. */
export interface ManualPage {
  readonly name: string;
  readonly section: number;
  /** As in `November 30, 2026`. */
  readonly date: string;
  readonly parts: readonly ManualPart[];
}

/** A part of a page: its heading, and lines of mdoc. */
export interface ManualPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Characters of a line of text, at most: mandoc warns of longer ones. */
const LONGEST_LINE = 78;

/** A page as the source of a file. */
export function mdocOf({ name, section, date, parts }: ManualPage): string {
  const head = [`.Dd ${date}`, `.Dt ${name.toUpperCase()} ${section}`, '.Os'];
  const body = parts.flatMap(({ heading, lines }) => [`.Sh ${escaped(heading)}`, ...lines]);
  return `${[...head, ...body].join('\n')}\n`;
}

/** How the term of an entry is written after `.It`. */
export type TermStyle = (term: string) => string;

/** A term that is typed as it is. */
export const literalTerm: TermStyle = (term) => `Ic ${argument(term)}`;

/** A name, of a variable or of what is explained. */
export const namedTerm: TermStyle = (term) => `Sy ${argument(term)}`;

/** The paragraphs, entries and lines of a section. Its title is not among them. */
export function mdocLines(
  { paragraphs = [], entries = [], lines = [] }: Section,
  style: TermStyle,
): string[] {
  const parts = [
    ...paragraphs.map(textLines),
    ...(entries.length > 0 ? [entryList(entries, style)] : []),
    ...(lines.length > 0 ? [display(lines)] : []),
  ];
  return parts.flatMap((part, i) => (i === 0 || /^\.B[dl]/.test(part[0]!) ? part : ['.Pp', ...part]));
}

const entryList = (entries: readonly Entry[], style: TermStyle): string[] => [
  '.Bl -tag -width Ds',
  ...entries.flatMap(({ term, text, examples = [] }) => [
    `.It ${style(term)}`,
    ...textLines(text),
    ...(examples.length > 0 ? display(examples) : []),
  ]),
  '.El',
];

/** Lines as they are. */
const display = (lines: readonly string[]): string[] => [
  '.Bd -literal -offset indent',
  ...lines.map((line) => atStart(escaped(line))),
  '.Ed',
];

/** A paragraph in short lines: each sentence begins one, so that its end is told from an abbreviation. */
export function textLines(text: string): string[] {
  const sentences = text.replace(/(?<=[.!?]) +/g, '\n').split('\n');
  return sentences.flatMap((sentence) => wrapSource(escaped(sentence))).map(atStart);
}

/** An option or a variable: a break in it would add a hyphen to its name. */
const NAME = /^\W*(?:\\-\\-\w|[A-Z]{2,}_|[A-Z]{5,})/;

function wrapSource(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const each of text.split(' ')) {
    const word = NAME.test(each) ? `\\%${each}` : each;
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > LONGEST_LINE) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/**
 * Escapes a text for roff, in ASCII, which every roff can read. Hyphens and quotation marks keep their ASCII form, so that
 * examples can be pasted from a manual page into a shell.
 */
export const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/'/g, '\\(aq')
    .replace(/`/g, '\\(ga')
    .replace(/~/g, '\\(ti')
    .replace(/\^/g, '\\(ha')
    .replace(/[\u00a0\u202f]/g, '\\~')
    .replace(/[^\x00-\x7f]/gu, (character) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase();
      return `\\[u${code.padStart(4, '0')}]`;
    });

/** A line of text that is no request, whatever it begins with. */
const atStart = (line: string): string => (/^[.']/.test(line) ? `\\&${line}` : line);

/** Text as one argument of a macro: never a macro itself, nor punctuation that is set apart. */
export function argument(text: string): string {
  const plain = escaped(text).replace(/"/g, '\\(dq');
  const start = /^(?:[A-Z][a-z]\w?|[^\w\\]{1,2})$/.test(plain) ? '\\&' : '';
  const end = /[.,:;?!()[\]]$/.test(plain) ? '\\&' : '';
  return / /.test(plain) ? `"${start}${plain}${end}"` : start + plain + end;
}

import { clean } from '../../unicode/clean.ts';
import type { Link, Run } from '../document.ts';
import { isPlaceholder } from '../placeholders.ts';

/** A heading that begins later in the text than this, in UTF-16 units, stays in it even if it repeats the title. */
const MAX_OFFSET = 500;
/** UTF-16 units of a title. */
export const MAX_TITLE_LENGTH = 300;
/** UTF-16 units of an alternative text that can be a name; longer ones are descriptions. */
const MAX_NAME_LENGTH = 50;
/** Words of an alternative text that tell the kind of picture, not what it shows. */
const PICTURE_WORDS = /^(?:(?:the )?logo (?:of|de|du|for) )|[ -](?:logo(?:type)?|banner|icon)$/gi;

/** The titles that programs give to pages without one. */
const NO_TITLE = /^(?:untitled(?: (?:article|document|page))?|(?:(?:page|document) )?sans titre)$/i;

const sameText = (a: string, b: string): boolean => normalized(a) === normalized(b);

const normalized = (text: string): string =>
  onOneLine(clean(text).normalize('NFC')).toLowerCase().slice(0, MAX_TITLE_LENGTH);

/**
 * Finds the title of a document while its blocks are written. The title is shown above the text, so a first heading with
 * the same text is left out of the blocks. It is either given, or taken from that heading; if a page has a centered
 * picture instead, as READMEs do, the name in the picture's alternative text is the title.
 */
export class DocumentTitle {
  #own: string | undefined;
  #given: string | undefined;
  /** The title in the metadata of the source. */
  #offered: string | undefined;
  readonly #take: boolean;
  #picture: string | undefined;
  #isPast = false;
  /** How many quotations, items of lists and notes are open: headings in them are not the title. */
  #inside = 0;
  #hasProse = false;

  /** A title that is `given`, or else, with `take`, is to be taken from a heading. */
  constructor(given?: string, take = false) {
    this.#given = given;
    this.#take = take;
  }

  /** The runs of a heading besides the title, such as pictures with other names; undefined if it is not the title. */
  extractFrom(
    runs: readonly Run[],
    depth: number,
    at: number,
    links: readonly Link[],
  ): readonly Run[] | undefined {
    if (this.#isPast || this.#inside > 0) return undefined;
    const text = headingText(runs, links);
    if (text === '') return undefined;
    this.#isPast = true;
    if (isPlaceholder(text)) return undefined;
    if (depth > 1 && this.#picture !== undefined) {
      // The picture is the title; the headings below it are sections.
      this.#own = this.#picture || undefined;
      return undefined;
    }
    this.#own = text;
    const title = this.#given ?? (this.#take ? text : undefined);
    if (title === undefined || at >= MAX_OFFSET) return undefined;
    const words = runs.filter((run) => !isReference(run, links));
    const readings = [text, textOf(words), textOf(words.filter((run) => !isPicture(run)))];
    if (!readings.some((reading) => sameText(reading, title))) return undefined;
    return words.filter(
      (run) => isPicture(run) && !sameText(run.text, title) && !sameText(nameIn(run.text), title),
    );
  }

  /** Sets the title that the source has in its metadata: a heading with the same text is left out if it is to be taken. */
  offer(title: string): void {
    const line = onOneLine(clean(title));
    this.#offered = isPlaceholder(title) || NO_TITLE.test(line) ? undefined : line || undefined;
    if (this.#take) this.#given ??= this.#offered;
  }

  /** Sets the title found by a parser without markup for headings. True if it is shown above the text, and so left out. */
  setOwn(text: string): boolean {
    this.#isPast = true;
    this.#own = text;
    return this.#given === undefined ? this.#take : sameText(text, this.#given);
  }

  /** Begins a part whose headings are not the title: a quotation, an item of a list, a note. */
  enter(): void {
    this.#inside++;
  }

  leave(): void {
    this.#inside--;
  }

  /** Ends the search: the text has no title of its own. */
  close(): void {
    this.#isPast = true;
  }

  /** Notes a centered picture with the alternative text `alt`. */
  seeCentredPicture(alt: string): void {
    if (alt !== '' && !this.#hasProse) this.#picture ||= nameIn(alt);
  }

  /** Notes a paragraph that begins with text: a picture after it is not the title. */
  seeProse(): void {
    this.#hasProse = true;
  }

  /** The title in the text itself; undefined if there is none, or if it has not been reached yet. */
  get own(): string | undefined {
    return this.#offered ?? (this.#isPast ? this.#own : this.#picture || undefined);
  }
}

/** The text of a heading without references to notes and without pictures, or, if it is empty, the name of its picture. */
function headingText(runs: readonly Run[], links: readonly Link[]): string {
  const words = runs.filter((run) => !isReference(run, links));
  const text = textOf(words.filter((run) => !isPicture(run)));
  if (text.trim() === '') return onOneLine(nameIn(textOf(words)));
  // A sign that separated the text from its pictures.
  return onOneLine(words.some(isPicture) ? text.replace(/\s[·•|–—-]\s*$/, '') : text);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isPicture = (run: Run): boolean => run.style.role === 'image';

const isReference = ({ link }: Run, links: readonly Link[]): boolean =>
  link !== undefined && links[link]!.kind === 'footnote';

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The name in a picture's alternative text (`Encre logo`: Encre); empty if the text describes or is a file's name. */
function nameIn(alt: string): string {
  const text = onOneLine(alt);
  const isName = text.length <= MAX_NAME_LENGTH && !/[.!?…]$|\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(text);
  return isName ? text.replace(PICTURE_WORDS, '') : '';
}

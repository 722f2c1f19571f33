import { clean } from '../../unicode/clean.ts';
import type { Link, Run } from '../document.ts';

/** A heading that begins further into the text than this, in UTF-16 units, is not taken out of it for being the title. */
const TITLE_WITHIN = 500;
/** UTF-16 units of a title. */
export const LONGEST_TITLE = 300;
/** UTF-16 units of an alternative text that can be a name; longer ones describe. */
const LONGEST_NAME = 50;
/** Words in the alternative text of a picture that say what it is, not what it shows. */
const PICTURE_WORDS = /^(?:(?:the )?logo (?:of|de|du|for) )|[ -](?:logo(?:type)?|banner|icon)$/gi;

/** True if two titles have the same text. */
export const sameText = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (text: string): string =>
  clean(text).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, LONGEST_TITLE);

/**
 * The title of a document while its blocks are written. It is shown above the text, so a first heading with the same
 * text is left out of the blocks. The title is either given, or taken from that heading; where a page has a centred
 * picture in its place, as repositories do, the name in the picture's alternative text is the title.
 */
export class Title {
  #own: string | undefined;
  readonly #given: string | undefined;
  readonly #take: boolean;
  #picture: string | undefined;
  #isPast = false;
  #hasProse = false;

  /**
   * @param given  the title shown above the text, if it is known
   * @param take   whether a heading of the text is to be the title where none is given
   */
  constructor(given?: string, take = false) {
    this.#given = given;
    this.#take = take;
  }

  /**
   * What is left of a heading once the title has been taken out of it: pictures with something else to say. Undefined if
   * the heading is not the title, and stays whole.
   */
  takeFrom(
    runs: readonly Run[],
    depth: number,
    at: number,
    links: readonly Link[],
  ): readonly Run[] | undefined {
    if (this.#isPast) return undefined;
    const text = headingText(runs, links);
    if (text === '') return undefined;
    this.#isPast = true;
    if (depth > 1 && this.#picture !== undefined) {
      // The picture is the title, and the headings below it are sections.
      this.#own = this.#picture || undefined;
      return undefined;
    }
    this.#own = text;
    const title = this.#given ?? (this.#take ? text : undefined);
    if (title === undefined || at >= TITLE_WITHIN) return undefined;
    const words = runs.filter((run) => !isReference(run, links));
    const isTitle = [text, textOf(words), textOf(words.filter((run) => !isPicture(run)))].some((each) =>
      sameText(each, title),
    );
    if (!isTitle) return undefined;
    return words.filter(
      (run) => isPicture(run) && !sameText(run.text, title) && !sameText(nameIn(run.text), title),
    );
  }

  /**
   * True if a text that stands above the document's is its title: `text` is the document's own, from a format that has
   * no headings in its markup.
   */
  isAbove(text: string): boolean {
    this.#isPast = true;
    this.#own = text;
    return this.#given === undefined ? this.#take : sameText(text, this.#given);
  }

  /** Ends the search for a title: the text has none of its own. */
  close(): void {
    this.#isPast = true;
  }

  /** Takes note of a centred picture with alternative text `alt`. */
  centredPicture(alt: string): void {
    if (alt !== '' && !this.#hasProse) this.#picture ||= nameIn(alt);
  }

  /** Takes note of a paragraph that begins with text: a picture after it is none of the title. */
  prose(): void {
    this.#hasProse = true;
  }

  /** The title that the text itself has; undefined if it has none, or has not been written as far as that. */
  get own(): string | undefined {
    return this.#isPast ? this.#own : this.#picture || undefined;
  }
}

/**
 * The text of a heading as a title: without references to notes, and without pictures, unless there is nothing else, when
 * it is what a picture names.
 */
function headingText(runs: readonly Run[], links: readonly Link[]): string {
  const words = runs.filter((run) => !isReference(run, links));
  const text = textOf(words.filter((run) => !isPicture(run)));
  if (text.trim() === '') return onOneLine(nameIn(textOf(words)));
  // What parted the text from pictures that are gone.
  return onOneLine(words.some(isPicture) ? text.replace(/\s[·•|–—-]\s*$/, '') : text);
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isPicture = (run: Run): boolean => run.style.role === 'image';

const isReference = ({ link }: Run, links: readonly Link[]): boolean =>
  link !== undefined && links[link]!.kind === 'footnote';

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The name in a picture's alternative text (`Encre logo`: Encre); empty if that describes, or is the name of a file. */
function nameIn(alt: string): string {
  const text = onOneLine(alt);
  const isName = text.length <= LONGEST_NAME && !/[.!?…]$|\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(text);
  return isName ? text.replace(PICTURE_WORDS, '') : '';
}

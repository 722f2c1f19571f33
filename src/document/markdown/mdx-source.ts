import { componentText, isPicture } from './component-text.ts';
import { Fences } from './fences.ts';
import { JsxReader, type JsxTag, literalOf } from './jsx-tag.ts';
import { codeSpan, displayed, withReferences } from './rewritings.ts';
import { isForeign } from './tags.ts';

/**
 * An MDX source as Markdown with the same text: `import`, `export` and comments go, tags of components give way to the
 * texts in them, and the lines between two tags are Markdown that is not indented. Lines keep their numbers.
 */
export const mdxToMarkdown = (source: string): string => new MdxReader(source).read();

/** A component that is open, and the columns of indentation that its lines had lost before it. */
interface OpenComponent {
  readonly name: string;
  readonly outdent: number;
}

class MdxReader {
  readonly #source: string;
  readonly #jsx: JsxReader;
  readonly #fences = new Fences();
  readonly #open: OpenComponent[] = [];
  /** By name, whether a tag closes an element. */
  readonly #isClosed = new Map<string, boolean>();
  /** Columns of indentation that lines lose, since the components around them are indented. */
  #outdent = 0;
  /** The column of the tag of a component whose first line is still to come. */
  #tagColumn: number | undefined;
  #afterBlank = true;
  #written = '';
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#jsx = new JsxReader(source);
  }

  read(): string {
    while (this.#at < this.#source.length) {
      this.#readLine();
      if (this.#at < this.#source.length) this.#written += '\n';
      this.#at++;
    }
    return this.#written;
  }

  /** Reads a line up to its end, or up to that of the line that a tag ends on. */
  #readLine(): void {
    const line = this.#source.slice(this.#at, this.#lineEnd(this.#at));
    const column = columnsOf(line);
    if (line.trim() === '') {
      this.#at += line.length;
      this.#afterBlank = true;
      return;
    }
    if (this.#tagColumn !== undefined) this.#outdent += Math.max(0, column - this.#tagColumn);
    this.#tagColumn = undefined;
    const dedented = dedent(line, this.#outdent);
    const moduleEnd = this.#afterBlank && column === 0 ? this.#moduleCodeEnd(line) : undefined;
    if (this.#fences.isCode(dedented)) this.#write(dedented, this.#at + line.length);
    else if (moduleEnd !== undefined) this.#write('', moduleEnd);
    else this.#readText(/^\s*/.exec(dedented)![0], column);
    this.#afterBlank = false;
  }

  /** Writes `text` in place of the source up to `end`, on as many lines. */
  #write(text: string, end: number): void {
    const lines = this.#source.slice(this.#at, end).split('\n').length - text.split('\n').length;
    this.#written += text + '\n'.repeat(Math.max(0, lines));
    this.#at = end;
  }

  #lineEnd(at: number): number {
    const newline = this.#source.indexOf('\n', at);
    return newline < 0 ? this.#source.length : newline;
  }

  /** The end of the code of a module that begins with `line`: a paragraph, and further ones inside of braces. */
  #moduleCodeEnd(line: string): number | undefined {
    if (!MODULE_CODE.test(line)) return undefined;
    let end = this.#at;
    for (let at = this.#at; at < this.#source.length; ) {
      if (at >= end) {
        const blank = this.#source.slice(at).search(/\n[ \t]*(?:\n|$)/);
        end = blank < 0 ? this.#source.length : at + blank;
      }
      const brace = this.#source.slice(at, end).indexOf('{');
      if (brace < 0) return end;
      at = this.#jsx.expressionEnd(at + brace) ?? at + brace + 1;
    }
    return end;
  }

  /** Reads a line of text and tags after its indentation. */
  #readText(indent: string, column: number): void {
    let at = this.#at + /^\s*/.exec(this.#source.slice(this.#at, this.#lineEnd(this.#at)))![0].length;
    const parts: (string | JsxTag)[] = [];
    const sources: string[] = [];
    for (let end = this.#lineEnd(at); at < end; end = at > end ? this.#lineEnd(at) : end) {
      const tag = this.#source[at] === '<' ? this.#jsx.tagAt(at) : undefined;
      const next = tag?.end ?? this.#partEnd(at, end);
      const part = this.#source.slice(at, next);
      parts.push(tag && !this.#isText(tag, part) ? tag : (literalOf(part) ?? part));
      sources.push(part);
      at = next;
    }
    const firstText = parts.findIndex((part) => !isNoText(part));
    const isFlow = firstText < 0;
    const text = joined(
      parts.map((part, index) =>
        typeof part === 'string' ? part : replacementOf(part, sources[index]!, placeOf(index, firstText)),
      ),
    );
    const tags = parts.filter((part) => typeof part !== 'string');
    if (isFlow) this.#follow(tags, column);
    this.#write(text.trim() === '' ? '' : indent + text, at);
  }

  /** Whether a tag is there to be read, as `<name>` is: nothing closes it, and it has no attributes. */
  #isText({ name, kind, texts, holdsTexts }: JsxTag, source: string): boolean {
    if (/^[a-z]/.test(name) && isForeign(name.toLowerCase(), source)) return true;
    if (kind !== 'open' || texts.size > 0 || holdsTexts) return false;
    const known = this.#isClosed.get(name);
    if (known !== undefined || this.#isClosed.size >= MOST_NAMES) return !known;
    const isClosed = this.#source.includes(`</${name}`);
    this.#isClosed.set(name, isClosed);
    return !isClosed;
  }

  /** The end of the next part of a line that holds no tag: an escape, code, an expression, or a character. */
  #partEnd(at: number, end: number): number {
    const char = this.#source[at]!;
    if (char === '\\') return Math.min(at + 2, end);
    if (char === '{') return this.#jsx.expressionEnd(at) ?? at + 1;
    PLAIN_PART.lastIndex = at;
    const length = PLAIN_PART.exec(this.#source)?.[0].length ?? 1;
    if (char !== '`') return Math.min(at + length, end);
    const ticks = this.#source.slice(at, at + length);
    const after = this.#source.slice(at + length, Math.min(end, at + length + MAX_CODE));
    const closing = after.search(new RegExp(`(?<!\`)${ticks}(?!\`)`));
    return closing < 0 ? at + length : at + length + closing + length;
  }

  /** Notes the components that the tags on a line of their own open and close. */
  #follow(tags: readonly JsxTag[], column: number): void {
    for (const { name, kind } of tags) {
      if (kind === 'open') this.#open.push({ name, outdent: this.#outdent });
      const index = kind === 'close' ? this.#open.findLastIndex((open) => open.name === name) : -1;
      if (index >= 0) this.#outdent = this.#open.splice(index)[0]!.outdent;
    }
    if (tags.at(-1)?.kind === 'open') this.#tagColumn = column;
  }
}

const MODULE_CODE =
  /^(?:import\s*(?:["'{]|\*\s+as\s|[\w$]+\s*(?:,|from\b))|export\s+(?:\{|\*\s+(?:as|from)\s|(?:async\s+function|const|let|var|function|class|type|interface)\s+[\w$]|default\s+(?:function|class|async|[({<]|[\w$]+;?\s*$)))/;
const PLAIN_PART = /`+|[^\\`<{\n]+/y;

/** UTF-16 units of the longest code span. */
const MAX_CODE = 65_536;
/** Names of elements whose closing tags are looked for, at most. */
const MOST_NAMES = 500;

const MARKS = new Set('`*_~');

/** Parts of a line as one text, in which marks that a tag separated do not meet. */
function joined(parts: readonly string[]): string {
  let text = '';
  // To read the text while it grows would take time quadratic in its length.
  let last = '';
  for (const [index, part] of parts.entries()) {
    const isAfterTag = parts[index - 1] === '';
    text += isAfterTag && MARKS.has(last) && last === part[0] ? `<!---->${part}` : part;
    last = part.at(-1) ?? last;
  }
  return text;
}

/** Columns of the blanks that a line begins with; tab stops are every four. */
function columnsOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns++;
    else if (char === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** A line with `columns` fewer columns of indentation, as far as it has them. */
function dedent(line: string, columns: number): string {
  if (columns === 0) return line;
  return ' '.repeat(Math.max(0, columnsOf(line) - columns)) + line.trimStart();
}

/** Elements of HTML that are removed around their text. */
const NEUTRAL = new Set('article aside center div fieldset footer header main nav p section'.split(' '));
/** Elements in which text is Markdown too, if their tags say so. */
const HOLDING = new Set('blockquote details dl dd li ol ul'.split(' '));

/** Where a tag is: on lines that hold tags only, first on its line, or behind text. */
type Place = 'flow' | 'first' | 'text';

const isNoText = (part: string | JsxTag): boolean => typeof part !== 'string' || part.trim() === '';

/** @param firstText  the index of the first part of the line that is text; -1 if none is */
function placeOf(index: number, firstText: number): Place {
  if (firstText < 0) return 'flow';
  return index <= firstText ? 'first' : 'text';
}

/** Markdown or HTML in place of a tag. */
function replacementOf(tag: JsxTag, source: string, place: Place): string {
  const { name, kind } = tag;
  if (name === '' || /^[A-Z_$]|\./.test(name)) return kind === 'close' ? '' : textOf(tag, source, place);
  if (NEUTRAL.has(name)) return kind === 'close' && place !== 'flow' ? BREAK : '';
  if (kind === 'close') return `</${name}>`;
  const attributes = [...tag.texts]
    .filter(([key]) => key !== 'className' && key !== 'style')
    .map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
  const markdown = HOLDING.has(name) && kind === 'open' ? ' markdown="1"' : '';
  return `<${name}${attributes.join('')}${markdown}${kind === 'single' ? ' /' : ''}>`;
}

const BREAK = '<br/>';

/** The texts in the tag of a component: a picture, or its title, a code to copy, and a description. */
function textOf({ name, kind, texts, holdsTexts }: JsxTag, source: string, place: Place): string {
  const address = addressIn(texts, 'src', 'srcLight');
  if (address && isPicture(name))
    return `![${withReferences(texts.get('alt') || texts.get('title') || '')}](<${address}>)`;
  if (kind === 'single' && holdsTexts) return place === 'flow' ? displayed(source) : codeSpan(source);
  const text = componentText((key) => texts.get(key));
  const title = withReferences(text.title);
  const target = addressIn(texts, 'href', 'to');
  const head = title && (target ? `[${title}](<${target}>)` : `**${title}**`);
  const parts = [head, text.code && codeSpan(text.code), withReferences(text.description)].filter(Boolean);
  if (parts.length === 0) return '';
  // In a line, a component is a part of its sentence, unless it is around the line.
  const isAround = place === 'flow' || (place === 'first' && kind === 'open');
  return isAround ? parts.join(BREAK) + BREAK : parts.join(' ') + (kind === 'open' ? ' ' : '');
}

const addressIn = (texts: ReadonlyMap<string, string>, ...keys: readonly string[]): string =>
  (keys.map((key) => texts.get(key)).find(Boolean) ?? '').replace(/[<>\s]+/g, '%20');

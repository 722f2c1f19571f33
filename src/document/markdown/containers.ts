import { isCallout } from '../callout-kinds.ts';
import { directiveAt, withoutOptions } from './directives.ts';
import { Fences } from './fences.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * Rewrites the containers that site generators add to Markdown as quotations that begin with `[!kind] title`, which are
 * read as callouts: `:::note` (Docusaurus, VitePress, Pandoc), `!!! note` and `=== "tab"` with what is indented below
 * (MkDocs), `{% hint %}` (GitBook), `{{< notice >}}` (Hugo), ```` ```{note} ```` (MyST). Never inside code. Lines stay where they are.
 */
export function rewriteContainers(source: string): string {
  return isTriggered(source, TRIGGERS) ? rewrite(source.split('\n'), 0).join('\n') : source;
}

const TRIGGERS: readonly Trigger[] = [
  [':::', /^[ \t]*:::/m],
  ['!!! ', /^[ \t]*!!! /m],
  ['???', /^[ \t]*\?\?\?\+? /m],
  ['=== "', /^[ \t]*=== "/m],
  ['{', /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[a-z]/m],
  ['hint', /^[ \t]*\{%-? *hint\b/m],
  ['{{', /^[ \t]*\{\{[<%]/m],
];
/** Containers nested deeper than this stay as they are written. */
const MAX_NESTING = 10;

const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

function rewrite(lines: readonly string[], depth: number): readonly string[] {
  const rewritten: string[] = [];
  const closings = new Closings(lines);
  const fences = new Fences();
  let inList = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const indent = indentOf(line);
    const mayOpen = !fences.isOpen && depth < MAX_NESTING && (indent < 4 || inList);
    const container = mayOpen ? (directiveAt(line) ?? containerAt(line)) : undefined;
    const end = container && endOf(container, lines, index, closings);
    if (container && end !== undefined) {
      rewritten.push(...written(container, lines.slice(index, end), depth));
      index = end - 1;
      if (indent === 0) inList = false;
      continue;
    }
    rewritten.push(line);
    if (fences.isCode(line)) continue;
    if (ITEM.test(line)) inList = true;
    else if (indent === 0 && line !== '' && lines[index - 1]?.trim() === '') inList = false;
  }
  return rewritten;
}

export interface Container {
  /** The blanks before it. */
  readonly margin: string;
  readonly kind: string;
  readonly title: string;
  /** The line that closes it; absent where its content is what is indented. */
  readonly closing?: RegExp;
  /** Set where it is a fence, and how it reads. */
  readonly directive?: 'text' | 'silent';
}

/** The container that a line opens. */
export function containerAt(line: string): Container | undefined {
  const [, margin = '', colons, named, rest = ''] =
    /^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*|\{[^}\n]*\})(.*)$/.exec(line) ?? [];
  if (colons && named) {
    const kind = named.startsWith('{')
      ? (/\.(?:callout-)?([\w-]+)|^\{([a-z][\w-]*)\}$/.exec(named)?.slice(1).find(Boolean) ?? '')
      : named;
    const title = /title="([^"]*)"/.exec(named)?.[1] ?? /^\[(.*)\]/.exec(rest)?.[1] ?? rest.trim();
    const closing = new RegExp(`^[ \\t]*:{${Math.min(colons.length, 100)},}[ \\t]*$`);
    return { margin, kind, title: title.replace(/\{[^{}]*\}$/, '').trim(), closing };
  }
  const indented = /^([ \t]*)(?:!!!|\?\?\?\+?) +([A-Za-z][\w-]*)(?: +[\w-]+)*(?: +"(.*)")? *$/.exec(line);
  if (indented) return { margin: indented[1]!, kind: indented[2]!, title: indented[3] ?? '' };
  const tab = /^([ \t]*)===!? +"(.+)" *$/.exec(line);
  if (tab) return { margin: tab[1]!, kind: '', title: tab[2]! };
  const [, before, inside = ''] = /^([ \t]*)\{%-? *hint\b(.*)%\} *$/.exec(line) ?? [];
  if (before !== undefined) {
    const kind = argument(inside, 'style') ?? 'info';
    return { margin: before, kind, title: argument(inside, 'title') ?? '', closing: HINT_END };
  }
  return shortcodeAt(line);
}

const HINT_END = /^[ \t]*\{%-? *endhint *-?%\} *$/;
const SHORTCODE = /^([ \t]*)\{\{[<%] *(admonition|alert|callout|details|expand|hint|notice)\b(.*)[%>]\}\} *$/;

function shortcodeAt(line: string): Container | undefined {
  const [, margin, name = '', inside = ''] = SHORTCODE.exec(line) ?? [];
  if (margin === undefined) return undefined;
  const closing = new RegExp(`^[ \\t]*\\{\\{[<%] */ *${name}\\b.*[%>]\\}\\} *$`);
  const [first, second] = Array.from(
    inside.matchAll(/(?<![=\w"])(?:"([^"]*)"|([\w-]+)(?!=))/g),
    (word) => (word[1] ?? word[2])!,
  );
  const given = argument(inside, 'type') ?? argument(inside, 'color') ?? first ?? '';
  const kind = isCallout(given) ? given : name === 'details' || name === 'expand' ? 'details' : 'note';
  const title = argument(inside, 'title') ?? (given === kind ? second : given);
  return { margin, kind, title: title ?? '', closing };
}

/** The value of an argument, `name="value"` or `name=value`. */
const argument = (inside: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`\\b${name} *= *(?:"([^"]*)"|([\\w-]+))`).exec(inside) ?? [];
  return quoted ?? bare;
};

/** The line after a container, or after its content where that is indented; undefined where it does not end. */
function endOf(
  { margin, closing, directive }: Container,
  lines: readonly string[],
  start: number,
  closings: Closings,
): number | undefined {
  if (closing) return closings.after(closing, start, directive !== undefined);
  const least = indentOf(margin) + 4;
  let end = start + 1;
  for (let next = end; next < lines.length; next++) {
    if (lines[next]!.trim() === '') continue;
    if (indentOf(lines[next]!) < least) break;
    end = next + 1;
  }
  return end;
}

/** Finds closing lines; those of a kind that does not come any more are not looked for again. */
class Closings {
  readonly #lines: readonly string[];
  readonly #absent = new Set<string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The line after the first that `closing`, which may be a fence, matches below `start`, code left out. */
  after(closing: RegExp, start: number, isFence: boolean): number | undefined {
    if (this.#absent.has(closing.source)) return undefined;
    const fences = new Fences();
    for (let index = start + 1; index < this.#lines.length; index++) {
      const line = this.#lines[index]!;
      if (isFence && closing.test(line)) return index + 1;
      if (!fences.isCode(line) && closing.test(line)) return index + 1;
    }
    this.#absent.add(closing.source);
    return undefined;
  }
}

/** A container's lines, from its opening to its end, as Markdown. */
function written(
  { margin, kind, title, closing, directive }: Container,
  lines: readonly string[],
  depth: number,
): readonly string[] {
  const dedented = lines
    .slice(1, closing ? -1 : undefined)
    .map((line) => withoutIndent(line, indentOf(margin) + (closing ? 0 : 4)));
  if (directive === 'silent') return lines.map(() => '');
  const content = rewrite(directive ? withoutOptions(dedented) : dedented, depth + 1);
  const end = closing ? [''] : [];
  if (kind === '' || (title === '' && !isCallout(kind))) {
    const heading = title === '' ? '' : `${margin}**${title}**`;
    return [heading, ...content.map((line) => margin + line), ...end];
  }
  const first = `${margin}> [!${kind}] ${title}`.trimEnd();
  return [first, ...content.map((line) => `${margin}> ${line}`.trimEnd()), ...end];
}

/** Columns of the blanks a line begins with. */
function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column++;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** A line without its first `columns` of blanks, or as many as there are. */
function withoutIndent(line: string, columns: number): string {
  let column = 0;
  let at = 0;
  for (; at < line.length && column < columns; at++) {
    if (line[at] === ' ') column++;
    else if (line[at] === '\t') column += 4 - (column % 4);
    else break;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at);
}

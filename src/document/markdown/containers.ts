import { isCallout } from '../callout-kinds.ts';
import { Closings } from './container-closings.ts';
import { type Container, containerAt, directiveAt } from './container-openings.ts';
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
  ['{', /^[ \t]*(?:`{3,}|~{3,}|:{3,})(?:\{[a-z]| ?\{=html)/m],
  ['{%', /^[ \t]*\{%-? *(?:hint|note|tip|warning|danger)\b/m],
  ['{{', /^[ \t]*\{\{[<%]/m],
];
/** Containers nested deeper than this stay as they are written. */
const MAX_NESTING = 10;

/** An item of a list, or a definition, whose content is indented. */
const ITEM = /^[ \t]*(?:[-*+:~]|\d{1,9}[.)])[ \t]+/;

function rewrite(lines: readonly string[], depth: number): readonly string[] {
  const rewritten: string[] = [];
  const closings = new Closings(lines);
  const fences = new Fences();
  /** The column at which the content of the item begins that the lines belong to; 0 outside of lists. */
  let content = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const indent = indentOf(line);
    const mayOpen = !fences.isOpen && depth < MAX_NESTING && indent < content + 4;
    const opened = mayOpen ? openedAt(lines, index, closings) : undefined;
    if (opened) {
      rewritten.push(...written(opened.container, lines.slice(index, opened.end), depth));
      index = opened.end - 1;
      if (indent === 0) content = 0;
      continue;
    }
    rewritten.push(line);
    if (fences.isCode(line)) continue;
    const item = ITEM.exec(line)?.[0];
    const endsList = indent === 0 && line !== '' && lines[index - 1]?.trim() === '';
    if (item !== undefined)
      content = indent + item.trim().length + Math.min(item.length - item.trimEnd().length, 4);
    else if (endsList) content = 0;
  }
  return rewritten;
}

/** The container that the line at `index` opens, and the line after its end; undefined if it opens none that ends. */
function openedAt(
  lines: readonly string[],
  index: number,
  closings: Closings,
): { readonly container: Container; readonly end: number } | undefined {
  const line = lines[index]!;
  const container = directiveAt(line) ?? containerAt(line);
  const end = container && endOf(container, lines, index, closings);
  return end === undefined ? undefined : { container: container!, end };
}

/** The line after a container, or after its content if that is indented; undefined if it does not end. */
function endOf(
  { margin, kind, title, closing, nests, directive }: Container,
  lines: readonly string[],
  start: number,
  closings: Closings,
): number | undefined {
  if (nests) return closings.ofDiv(start);
  if (closing) return closings.after(closing, start, directive !== undefined);
  const least = indentOf(margin) + 4;
  let end = start + 1;
  for (let next = end; next < lines.length; next++) {
    if (lines[next]!.trim() === '') continue;
    if (indentOf(lines[next]!) < least) break;
    end = next + 1;
  }
  // Without content, `!!! Look out` is a sentence.
  const isSentence = !isCallout(kind) || (title === '' && /\S +\S+ +\S/.test(lines[start]!));
  return end === start + 1 && isSentence ? undefined : end;
}

/** The lines of a container, from its opening to its end, as Markdown. */
function written(container: Container, lines: readonly string[], depth: number): readonly string[] {
  const { margin, kind, closing, directive } = container;
  const dedented = lines
    .slice(1, closing ? -1 : undefined)
    .map((line) => withoutIndent(line, indentOf(margin) + (closing ? 0 : 4)));
  const end = closing ? [''] : [];
  if (directive) {
    const markdown = directive(dedented, (some) => rewrite(some, depth + 1));
    const empty = Array.from({ length: lines.length - markdown.length }, () => '');
    return [...markdown.map((line) => (line === '' ? '' : margin + line)), ...empty];
  }
  const heading = container.headed && container.title === '' ? headingOf(dedented) : undefined;
  const title = heading?.title ?? container.title;
  const content = rewrite(heading?.rest ?? dedented, depth + 1);
  if (kind === '' || (title === '' && !isCallout(kind))) {
    const first = title === '' ? '' : `${margin}**${title}**`;
    return [first, ...content.map((line) => margin + line), ...end];
  }
  const first = `${margin}> [!${kind}] ${title}`.trimEnd();
  return [first, ...content.map((line) => `${margin}> ${line}`.trimEnd()), ...end];
}

/** The heading with which lines begin, and the lines without it; undefined if they begin with something else. */
function headingOf(
  lines: readonly string[],
): { readonly title: string; readonly rest: readonly string[] } | undefined {
  const at = lines.findIndex((line) => line.trim() !== '');
  const title = /^#{1,6}[ \t]+(.*)$/.exec(lines[at] ?? '')?.[1]?.replace(/(?<![ \t#])[ \t#]+$/, '');
  return title ? { title, rest: lines.with(at, '') } : undefined;
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

import { encodeHref } from '../document/markdown/link.ts';
import { clean, cleanLine } from '../unicode/clean.ts';
import type { AnnotationFile } from './format.ts';

/** The annotations of articles as Markdown, without control characters: a section for each, with the passages as quotations and the notes below. */
export const markdownOf = (files: readonly AnnotationFile[]): string => files.map(sectionOf).join('\n');

function sectionOf({ article, annotations }: AnnotationFile): string {
  const { title, source, key } = article;
  const blocks = [
    `# ${escaped(cleanLine(title))}`,
    source ? `<${encodeHref(source)}>` : escaped(cleanLine(key)),
  ];
  let last: string | undefined;
  for (const { section, quote, note } of [...annotations].sort((a, b) => a.quote.at - b.quote.at)) {
    if (section !== undefined && section !== last) blocks.push(`## ${escaped(cleanLine(section))}`);
    last = section;
    blocks.push(quoted(quote.exact));
    // The user may have written it in Markdown.
    if (note !== undefined) blocks.push(clean(note));
  }
  return `${blocks.join('\n\n')}\n`;
}

const quoted = (text: string): string =>
  clean(text)
    .split('\n')
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n');

/** A line of text as Markdown: nothing in it is markup. */
const escaped = (line: string): string =>
  line.replace(/[\\`*_[\]<]/g, '\\$&').replace(/^(\s*)([#>+=|~-]|\d+(?=[.)]))/, escapedStart);

const escapedStart = (_: string, blank: string, start: string): string =>
  /\d/.test(start) ? `${blank}${start}\\` : `${blank}\\${start}`;

import { encodeHref } from '../document/markdown/link.ts';
import { clean, cleanLine } from '../unicode/clean.ts';
import type { Annotation } from './annotation.ts';
import type { CheckedFile } from './format.ts';

/** The texts of Markdown in the user's language. */
export interface MarkdownLabels {
  /** Below the title of an article that is gone. */
  readonly missing: string;
  /** The heading above passages that are not in the text any more. */
  readonly lost: string;
}

/**
 * The annotations of articles as Markdown, without control characters: a section for each article, with the passages as quotations
 * and the notes below; those that have lost their passage come last.
 */
export const markdownOf = (files: readonly CheckedFile[], labels: MarkdownLabels): string =>
  files.map((file) => sectionOf(file, labels)).join('\n');

function sectionOf({ article, annotations, isMissing, lost }: CheckedFile, labels: MarkdownLabels): string {
  const { title, source, key } = article;
  const blocks = [
    `# ${escaped(cleanLine(title))}`,
    source ? `<${encodeHref(source)}>` : escaped(cleanLine(key)),
    ...(isMissing ? [`*${labels.missing}*`] : []),
  ];
  const isLost = ({ id }: Annotation): boolean => lost?.has(id) ?? false;
  const sorted = [...annotations].sort((a, b) => a.quote.at - b.quote.at);
  let last: string | undefined;
  for (const annotation of sorted.filter((each) => !isLost(each))) {
    const { section } = annotation;
    if (section !== undefined && section !== last) blocks.push(`## ${escaped(cleanLine(section))}`);
    last = section;
    blocks.push(...annotationBlocks(annotation));
  }
  const gone = sorted.filter(isLost);
  if (gone.length > 0) blocks.push(`## ${labels.lost}`, ...gone.flatMap(annotationBlocks));
  return `${blocks.join('\n\n')}\n`;
}

/** The note is left as it is: the user may have written it in Markdown. */
const annotationBlocks = ({ quote, note }: Annotation): readonly string[] => [
  quoted(quote.exact),
  ...(note === undefined ? [] : [clean(note)]),
];

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

import { type Annotation, HIGHLIGHT_COLORS, type HighlightColor } from './annotation.ts';
import { quoteId, type TextQuote } from './text-quote.ts';

/** The article that annotations belong to. */
export interface Annotated {
  /** The key by which the article is remembered: its path, or its id in the bundled catalogue. */
  readonly key: string;
  readonly title: string;
  readonly source?: string | undefined;
}

/** The content of a file of annotations. */
export interface AnnotationFile {
  readonly article: Annotated;
  readonly annotations: readonly Annotation[];
}

/** A file of annotations, and what has become of its article. */
export interface CheckedFile extends AnnotationFile {
  /** True if the article's file is gone, or cannot be read. */
  readonly isMissing?: boolean;
  /** The ids of the annotations whose passage is not in the text any more. */
  readonly lost?: ReadonlySet<string>;
}

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The program that made the annotations; other programs' files can be imported, too. */
const GENERATOR = 'kiosque';

/**
 * The text of a file of annotations: JSON that is pleasant to read, in the terms of the W3C's Web Annotation Data Model, so
 * that other programs understand it.
 */
export const serialize = (file: AnnotationFile): string =>
  `${JSON.stringify(collectionOf(file), undefined, 2)}\n`;

/** A file of annotations as data; `missing` and `lost` say what has become of the article and of the passages. */
export function collectionOf({ article, annotations, isMissing, lost }: CheckedFile) {
  const { key, title, source } = article;
  return {
    '@context': CONTEXT,
    type: 'AnnotationCollection',
    generator: GENERATOR,
    label: title,
    key,
    ...(source && { source }),
    ...(isMissing && { missing: true }),
    total: annotations.length,
    items: annotations.map((annotation) => ({
      ...itemOf(annotation, source ?? key),
      ...(lost?.has(annotation.id) && { lost: true }),
    })),
  };
}

function itemOf({ id, quote, color, section, note, created, changed }: Annotation, source: string) {
  return {
    id: `urn:kiosque:${id}`,
    type: 'Annotation',
    motivation: note === undefined ? 'highlighting' : 'commenting',
    created: new Date(created).toISOString(),
    modified: new Date(changed).toISOString(),
    ...(note !== undefined && { body: { type: 'TextualBody', format: 'text/plain', value: note } }),
    color,
    ...(section !== undefined && { section }),
    target: {
      source,
      selector: [
        { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
        { type: 'TextPositionSelector', start: quote.at, end: quote.at + quote.exact.length },
      ],
    },
  };
}

/** Parses the text of a file of annotations, of this program or of another that writes the same model. Undefined if it is none. */
export const parse = (text: string): AnnotationFile | undefined => fileOf(dataIn(text));

/** All files of annotations in a text that was exported: one, or a list of them. */
export function filesIn(text: string): readonly AnnotationFile[] {
  const data = dataIn(text);
  const all: readonly unknown[] = Array.isArray(data) ? data : [data];
  return all.flatMap((each) => fileOf(each) ?? []);
}

function dataIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fileOf(data: unknown): AnnotationFile | undefined {
  if (!isObject(data) || typeof data.key !== 'string' || !Array.isArray(data.items)) return undefined;
  const title = textOf(data.label) ?? data.key;
  const source = textOf(data.source);
  return {
    article: { key: data.key, title, ...(source !== undefined && { source }) },
    annotations: data.items.flatMap((item) => annotationOf(item) ?? []),
  };
}

function annotationOf(item: unknown): Annotation | undefined {
  if (!isObject(item)) return undefined;
  const quote = isObject(item.target) ? quoteIn(item.target.selector) : undefined;
  if (!quote) return undefined;
  const note = isObject(item.body) ? textOf(item.body.value) : undefined;
  const section = textOf(item.section);
  const created = timeOf(item.created);
  return {
    id: (textOf(item.id) ?? '').replace(/^urn:kiosque:/, '') || quoteId(quote),
    quote,
    color: HIGHLIGHT_COLORS.find((color) => color === item.color) ?? ('yellow' satisfies HighlightColor),
    ...(section !== undefined && { section }),
    ...(note !== undefined && { note }),
    created,
    changed: Math.max(created, timeOf(item.modified)),
  };
}

/** The quote and its position, in one selector or in a list of them. */
function quoteIn(selector: unknown): TextQuote | undefined {
  const all: readonly unknown[] = Array.isArray(selector) ? selector : [selector];
  const selectors = all.filter(isObject);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const exact = quote && textOf(quote.exact);
  if (!quote || !exact) return undefined;
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const at = typeof position?.start === 'number' && position.start > 0 ? Math.floor(position.start) : 0;
  return { exact, prefix: textOf(quote.prefix) ?? '', suffix: textOf(quote.suffix) ?? '', at };
}

function timeOf(value: unknown): number {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : 0;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

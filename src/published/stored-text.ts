import type { Body } from '../document/body.ts';
import { type ArticleFormat, FORMATS } from '../document/formats.ts';
import type { PageOptions } from '../document/page-options.ts';
import { choiceIn, countIn, flagIn, objectIn, optional, textIn } from './json-values.ts';

/** The text of an article as it is published. */
export interface StoredText {
  readonly body: Body;
  /** Texts of its front matter that are searched and not shown; kept to notice when they change. */
  readonly matter?: string;
}

const FORMAT_NAMES = Object.keys(FORMATS) as ArticleFormat[];
/** UTF-16 units of the longest text, and of the longest front matter: larger ones are for programs that read them from a disk. */
const MOST_TEXT = 16 * 1024 * 1024;
const MOST_LINES = 2 ** 32;
const MOST_NAME = 1000;
const MOST_ADDRESS = 100_000;

/**
 * Checks the text of an article, whoever wrote it; always with its properties in one order, and none that are not listed here.
 *
 * @throws {PublishedError}
 */
export function storedTextIn(value: unknown, name: string): StoredText {
  const { body, matter } = objectIn(value, name);
  return {
    body: bodyIn(body, `${name}.body`),
    ...(matter !== undefined && { matter: textIn(matter, `${name}.matter`, MOST_TEXT) }),
  };
}

function bodyIn(value: unknown, name: string): Body {
  const given = objectIn(value, name);
  const language = optional(given.language, (text) => textIn(text, `${name}.language`, MOST_NAME));
  const keepLines = flagIn(given.keepLines, `${name}.keepLines`);
  const hidden = optional(given.hiddenBefore, (count) => countIn(count, `${name}.hiddenBefore`, MOST_LINES));
  const isUnformatted = flagIn(given.isUnformatted, `${name}.isUnformatted`);
  const page = optional(given.page, (options) => pageOptionsIn(options, `${name}.page`));
  return {
    format: choiceIn(given.format, `${name}.format`, FORMAT_NAMES),
    ...(language !== undefined && { language }),
    ...(keepLines !== undefined && { keepLines }),
    source: textIn(given.source, `${name}.source`, MOST_TEXT),
    firstLine: countIn(given.firstLine, `${name}.firstLine`, MOST_LINES),
    ...(hidden !== undefined && { hiddenBefore: hidden }),
    ...(isUnformatted !== undefined && { isUnformatted }),
    ...(page && { page }),
  };
}

function pageOptionsIn(value: unknown, name: string): PageOptions {
  const given = objectIn(value, name);
  const extract = flagIn(given.extract, `${name}.extract`);
  const address = optional(given.address, (text) => textIn(text, `${name}.address`, MOST_ADDRESS));
  const xml = flagIn(given.xml, `${name}.xml`);
  return {
    ...(extract !== undefined && { extract }),
    ...(address !== undefined && { address }),
    ...(xml !== undefined && { xml }),
  };
}

import type { PageMetadata } from '../page-metadata.ts';

/** Limits of the data of a page: UTF-16 units, objects, levels. */
const MAX_LENGTH = 200_000;
const MAX_OBJECTS = 2000;
const MAX_LEVELS = 12;

/** Types of schema.org that are articles. */
const ARTICLE =
  /(?:Article|BlogPosting|Blog ?Post|Report|Review|Essay|ShortStory|Chapter|Recipe|HowTo|LearningResource|Posting)$/;

type Thing = Readonly<Record<string, unknown>>;

/** The metadata of the article in the JSON-LD of a page, in the vocabulary of schema.org; empty if there is none. */
export function metadataInJson(scripts: readonly string[]): PageMetadata {
  const things = scripts.flatMap((script) => thingsIn(script));
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  if (!article) return {};
  const byId = new Map(things.map((thing) => [thing['@id'], thing]));
  const nameOf = (value: unknown): string | undefined => {
    if (!isThing(value)) return textOf(value);
    const thing = value.name === undefined ? byId.get(value['@id']) : value;
    return textOf(thing?.name);
  };
  const authors = listOf(article.author ?? article.creator).map(nameOf);
  const tags = [article.keywords, article.articleSection].flatMap(keywordsOf);
  return {
    ...defined('title', textOf(article.headline) ?? textOf(article.name)),
    ...defined('author', authors.filter((name) => name !== undefined).join(', ') || undefined),
    ...defined('date', textOf(article.datePublished) ?? textOf(article.dateCreated)),
    ...defined('modified', textOf(article.dateModified)),
    ...defined('lang', nameOf(article.inLanguage)),
    ...defined('source', addressOf(article.url) ?? addressOf(article.mainEntityOfPage)),
    ...defined('summary', textOf(article.description)),
    ...(tags.length > 0 && { tags }),
  };
}

/** An object with a key, or an empty one for a value that is undefined. */
export const defined = <Key extends string>(
  key: Key,
  value: string | undefined,
): { readonly [K in Key]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };

/** All objects in a script, whatever they are in. */
function thingsIn(script: string): readonly Thing[] {
  const found: Thing[] = [];
  const collect = (value: unknown, level: number): void => {
    if (level > MAX_LEVELS || found.length > MAX_OBJECTS || typeof value !== 'object' || value === null)
      return;
    if (isThing(value)) found.push(value);
    for (const each of Object.values(value)) collect(each, level + 1);
  };
  try {
    // Some systems put comments around it, or leave line ends in strings.
    const text = script.replace(/^\s*(?:\/\*|<!--|<!\[CDATA\[)[^{[]*|(?:\*\/|-->|\]\]>)\s*$/g, '');
    if (script.length <= MAX_LENGTH) collect(JSON.parse(text.replace(/[\n\r\t]/g, ' ')), 0);
  } catch {
    return [];
  }
  return found;
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (thing: Thing): readonly string[] =>
  listOf(thing['@type']).filter((type): type is string => typeof type === 'string');

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  const text = isThing(first) ? first['@value'] : first;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function addressOf(value: unknown): string | undefined {
  const text = isThing(value) ? (textOf(value['@id']) ?? textOf(value.url)) : textOf(value);
  return text && /^https?:/i.test(text) ? text : undefined;
}

const keywordsOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((each) =>
    typeof each === 'string' ? each.split(/[,;]/) : (textOf((each as Thing)?.name) ?? []),
  );

import type { Article } from '../library/article.ts';
import { FIELDS, type Field } from '../library/fields.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { ListOptions } from './command-options.ts';
import { type Environment, Failure } from './environment.ts';
import { articleJson, type FieldValue, jsonText } from './script-output.ts';

/** A template: fields, and the text between them. */
type Template = readonly (string | { readonly field: Field })[];

/**
 * Prints of each article the fields that were asked for: as JSON, by a template, or with tabs between them. With `endsWithNull`,
 * paths are as the file system has them, for programs that open them; else control characters are left out.
 *
 * @throws {Failure} if there is no such field
 */
export function printChosen(
  { stdout }: Environment,
  articles: readonly Article[],
  { fields, template, json, endsWithNull }: ListOptions,
): void {
  const chosen = fields === undefined ? undefined : fieldsIn(fields);
  if (json) {
    const names = chosen ?? FIELDS;
    stdout.write(
      jsonText(
        articles.map((article) => {
          const all = articleJson(article);
          return Object.fromEntries(names.map((name) => [name, all[name]]));
        }),
      ),
    );
    return;
  }
  const parts = template === undefined ? tabbed(chosen ?? ['path']) : parseTemplate(template);
  const isRaw = endsWithNull && !stdout.isTTY;
  for (const article of articles) stdout.write(filled(parts, article, isRaw) + (endsWithNull ? '\0' : '\n'));
}

const tabbed = (names: readonly Field[]): Template =>
  names.flatMap((field, i) => (i === 0 ? [{ field }] : ['\t', { field }]));

function filled(template: Template, article: Article, isRaw: boolean): string {
  const all = articleJson(article);
  return template
    .map((part) => {
      if (typeof part === 'string') return part;
      const text = textOf(all[part.field]);
      return isRaw ? text : cleanLine(text);
    })
    .join('');
}

/** A value in a line of text: nothing for `null`, commas between texts. */
const textOf = (value: FieldValue): string =>
  value === null ? '' : typeof value === 'object' ? value.join(',') : String(value);

const fieldsIn = (names: string): readonly Field[] =>
  names.split(',').map((name) => fieldNamed('--fields', name.trim()));

/** Characters that are typed after a backslash. */
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' };

/** Parses `{id}\t{title}`. A backslash and a brace stand for themselves where nothing else is meant; `{{` is a brace. */
export const parseTemplate = (template: string): Template =>
  Array.from(template.matchAll(/\{\{|\{(\w{1,40})\}|\\([tn\\])|[^{\\]+|[{\\]/g), ([part, field, escaped]) => {
    if (field !== undefined) return { field: fieldNamed('--format', field) };
    if (escaped !== undefined) return ESCAPES[escaped]!;
    return part === '{{' ? '{' : part;
  });

function fieldNamed(option: string, name: string): Field {
  const field = FIELDS.find((each) => each === name);
  if (field) return field;
  throw new Failure(2, (messages) => messages.unknownField(option, cleanLine(name), FIELDS));
}

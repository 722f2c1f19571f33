import type { ResultField } from '../library/fields.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import type { PrintOptions } from './command-options.ts';
import { type Environment, Failure } from './environment.ts';
import { type FieldValue, jsonText } from './script-output.ts';

/** The values of an article by field; those of a result of a search are more. */
type Row = Partial<Readonly<Record<ResultField, FieldValue>>>;

/** A template: fields, and the text between them. */
type Template = readonly (string | { readonly field: ResultField })[];

/**
 * Prints of each article the fields that were asked for: as JSON, by a template, or with tabs between them. With `endsWithNull`,
 * paths are as the file system has them, for programs that open them; else control characters are left out.
 *
 * @param rows  the values of all fields, for each article
 * @param names  the fields that may be asked for
 * @throws {Failure} if there is no such field
 */
export function printFields(
  { stdout }: Pick<Environment, 'stdout'>,
  rows: readonly Row[],
  names: readonly ResultField[],
  { fields, template, json, endsWithNull }: PrintOptions,
): void {
  const chosen = fields?.split(',').map((name) => fieldNamed('--fields', name.trim(), names));
  if (json) {
    const keys = chosen ?? names;
    stdout.write(jsonText(rows.map((row) => Object.fromEntries(keys.map((name) => [name, row[name]])))));
    return;
  }
  const parts = template === undefined ? tabbed(chosen ?? ['path']) : parseTemplate(template, names);
  const isRaw = endsWithNull && !stdout.isTTY;
  for (const row of rows) stdout.write(filled(parts, row, isRaw) + (endsWithNull ? '\0' : '\n'));
}

const tabbed = (names: readonly ResultField[]): Template =>
  names.flatMap((field, i) => (i === 0 ? [{ field }] : ['\t', { field }]));

const filled = (template: Template, row: Row, isRaw: boolean): string =>
  template
    .map((part) => {
      if (typeof part === 'string') return part;
      const text = textOf(row[part.field] ?? null);
      return isRaw ? text : cleanLine(text);
    })
    .join('');

/** A value in a line of text: nothing for `null`, commas between texts. */
const textOf = (value: FieldValue): string =>
  value === null ? '' : typeof value === 'object' ? value.join(',') : String(value);

/** Characters that are typed after a backslash. */
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' };

/** Parses `{id}\t{title}`. A backslash and a brace stand for themselves where nothing else is meant; `{{` is a brace. */
export const parseTemplate = (template: string, names: readonly ResultField[]): Template =>
  Array.from(template.matchAll(/\{\{|\{(\w{1,40})\}|\\([tn\\])|[^{\\]+|[{\\]/g), ([part, field, escaped]) => {
    if (field !== undefined) return { field: fieldNamed('--format', field, names) };
    if (escaped !== undefined) return ESCAPES[escaped]!;
    return part === '{{' ? '{' : part;
  });

function fieldNamed(option: string, name: string, names: readonly ResultField[]): ResultField {
  const field = names.find((each) => each === name);
  if (field) return field;
  throw new Failure(2, (messages) => messages.unknownField(option, cleanExcerpt(name), names));
}

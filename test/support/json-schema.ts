/** A schema, as far as the schemas of this repository use JSON Schema. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly format?: string;
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
}

const KNOWN: ReadonlySet<string> = new Set(
  '$ref $defs $schema type properties required additionalProperties items pattern minimum format title description'.split(
    ' ',
  ),
);

/** What in `value` a schema does not allow, each with the path to it; none if it is valid. Throws on unknown keywords. */
export function violations(value: unknown, schema: JsonSchema, root: JsonSchema, path = '$'): string[] {
  const strange = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  if (strange.length > 0) throw new Error(`keywords that are not checked: ${strange.join(', ')}`);
  const at = (problem: string): string => `${path}: ${problem}`;
  const found: string[] = [];
  if (schema.$ref) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (!target) throw new Error(`no ${schema.$ref}`);
    found.push(...violations(value, target, root, path));
  }
  if (schema.type && ![schema.type].flat().some((type) => hasType(value, type)))
    return [...found, at(`is no ${schema.type}`)];
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value))
      found.push(at(`is not like ${schema.pattern}`));
    if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
      found.push(at('is no time'));
  }
  if (typeof value === 'number' && value < (schema.minimum ?? value)) found.push(at('is too small'));
  if (Array.isArray(value))
    found.push(...value.flatMap((item, i) => violations(item, schema.items ?? {}, root, `${path}[${i}]`)));
  else if (typeof value === 'object' && value !== null) {
    const own = Object.entries(value);
    for (const key of schema.required ?? []) if (!Object.hasOwn(value, key)) found.push(at(`has no ${key}`));
    for (const [key, item] of own) {
      const known = schema.properties?.[key];
      if (known) found.push(...violations(item, known, root, `${path}.${key}`));
      else if (schema.additionalProperties === false) found.push(at(`has ${key}`));
    }
  }
  return found;
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

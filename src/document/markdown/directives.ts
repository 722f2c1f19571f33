import { isCallout } from '../callout-kinds.ts';
import { cellOf, pipeTable } from './pipe-table.ts';
import { codeSpan } from './rewritings.ts';
import { fenced } from './templates.ts';

/**
 * Writes a directive of MyST as Markdown.
 *
 * @param lines  what is between its opening and its closing line
 * @param rewrite  rewrites the containers in some of them
 * @returns its lines; the opening and the closing line make room for two more than `lines`
 */
export type Directive = (lines: readonly string[], rewrite: Rewrite) => readonly string[];
type Rewrite = (lines: readonly string[]) => readonly string[];

/** The directive with a name and the rest of its opening line; undefined if it is unknown without one, and so stays code. */
export function directiveOf(
  name: string,
  argument: string,
): { readonly kind: ''; readonly title: ''; readonly directive: Directive } | undefined {
  const writer =
    KINDS.find(([names]) => names.has(name))?.[1] ?? (isCallout(name) ? admonition : unknown(name, argument));
  return (
    writer && {
      kind: '',
      title: '',
      directive: (lines, rewrite) => writer({ name, argument, lines, ...partsOf(lines) }, rewrite),
    }
  );
}

/** An object that a domain of Sphinx describes has its signature as the argument; of others nothing is known. */
const unknown = (name: string, argument: string): Writer | undefined => {
  if (name.includes(':')) return described;
  return argument === ''
    ? undefined
    : ({ lines }) => [bold(argument), ...fenced('', lines.join('\n')).split('\n')];
};

interface Parts {
  readonly options: ReadonlyMap<string, string>;
  /** All lines, those of options blank. */
  readonly body: readonly string[];
}

interface Source extends Parts {
  readonly name: string;
  /** The rest of the opening line. */
  readonly argument: string;
  /** What is between its opening and its closing line. */
  readonly lines: readonly string[];
}

type Writer = (source: Source, rewrite: Rewrite) => readonly string[];

/** Options stand first: lines `:name: value`, or YAML between two lines of dashes. */
function partsOf(lines: readonly string[]): Parts {
  const fence =
    lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  const other = lines.findIndex((line) => !/^[ \t]*:[\w-]+:/.test(line));
  const end = fence > 0 ? fence + 1 : other < 0 ? lines.length : other;
  const options = new Map<string, string>();
  for (const line of lines.slice(0, end)) {
    const [, key, value] = /^[ \t]*:?([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (key) options.set(key, value!.trim());
  }
  return { options, body: lines.map((line, index) => (index < end ? '' : line)) };
}

const calloutOf =
  (kindOf: (name: string) => string, titleOf = (source: Source): string => source.argument): Writer =>
  (source, rewrite) => [
    `> [!${kindOf(source.name)}] ${titleOf(source)}`.trimEnd(),
    ...rewrite(source.body).map((line) => `> ${line}`.trimEnd()),
    '',
  ];

/** An admonition whose title is its kind; text on its opening line is the beginning of its content. */
const admonition: Writer = (source, rewrite) => {
  const { argument, body } = source;
  const [first = '', ...rest] = body;
  const merged = argument === '' ? body : [`${argument} ${first}`.trimEnd(), ...rest];
  const written = calloutOf(
    (name) => name,
    () => '',
  )({ ...source, body: merged }, rewrite);
  return body.length > 0 ? written : written.slice(0, 2);
};

const bold = (text: string): string => (text === '' ? '' : `**${text}**`);

const titled: Writer = ({ argument, body }, rewrite) => {
  const between = argument === '' || body[0]?.trim() === '' ? [] : [''];
  return [bold(argument), ...between, ...rewrite(body), ''];
};

/** The signatures of objects, one a line, and their description. */
const described: Writer = ({ argument, body }, rewrite) => [
  argument === '' ? '' : codeSpan(argument),
  ...(body[0]?.trim() === '' ? [] : ['']),
  ...rewrite(body),
  '',
];

/** HTML is Markdown; what is for other formats stays as it is written. */
const raw: Writer = (source, rewrite) =>
  source.argument === 'html' ? ['', ...source.body, ''] : code({ ...source, argument: 'text' }, rewrite);

/** A card; its header ends with `^^^`, and its footer begins with `+++`. */
const card: Writer = (source, rewrite) =>
  titled(
    {
      ...source,
      body: source.body.map((line) => (/^[ \t]*(?:\^{3,}|\+{3,})[ \t]*$/.test(line) ? '' : line)),
    },
    rewrite,
  );

const quotation: Writer = ({ body }, rewrite) => [
  '',
  ...rewrite(body).map((line) => `> ${line}`.trimEnd()),
  '',
];

const pictureOf = ({ argument, options }: Source): string =>
  `![${(options.get('alt') ?? '').replace(/[[\]]/g, '\\$&')}](<${argument.replace(/[<>]/g, '')}>)`;

const code: Writer = ({ argument, options, body }) => {
  const caption = bold(options.get('caption') ?? '');
  const first = body.findIndex((line) => line.trim() !== '');
  const lines = fenced(`{code-block} ${argument}`, body.slice(Math.max(first, 0)).join('\n')).split('\n');
  return caption ? [caption, ...lines] : lines;
};

const listTable: Writer = (source, rewrite) => {
  const rows: string[][][] = [];
  let indent = 0;
  for (const line of source.body) {
    const [, before, row] = /^([ \t]*[*-][ \t]+)[*-](?:[ \t]+(.*))?$/.exec(line) ?? [];
    const [, blanks, cell] = /^([ \t]+)[*-](?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (before !== undefined && (indent === 0 || before.length === indent)) {
      indent = before.length;
      rows.push([[row ?? '']]);
    } else if (blanks?.length === indent) rows.at(-1)?.push([cell ?? '']);
    else if (rows.length > 0) rows.at(-1)!.at(-1)!.push(line);
    else if (line.trim() !== '') return titled(source, rewrite);
  }
  return tableOf(
    source,
    rows.map((cells) => cells.map(cellOf)),
  );
};

const csvTable: Writer = (source) => {
  const header = source.options.get('header');
  const lines = [header ?? '', ...source.body].filter((line) => line.trim() !== '');
  return tableOf(source, lines.map(csvCells), header === undefined ? 0 : 1);
};

/** The cells of a line of comma-separated values. */
const csvCells = (line: string): string[] =>
  Array.from(line.matchAll(/(?<=^|,)[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=,|$)|([^,]*))/g), ([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare!).trim(),
  );

function tableOf({ argument, options }: Source, rows: readonly string[][], headers = 0): readonly string[] {
  const headed = Number(options.get('header-rows') ?? headers) > 0;
  const lines = rows.length === 0 ? [] : pipeTable(rows.slice(headed ? 1 : 0), headed ? rows[0] : undefined);
  return argument === '' ? ['', ...lines] : [bold(argument), '', ...lines];
}

const names = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const THEOREMS =
  'proof theorem lemma definition corollary axiom criterion remark conjecture algorithm observation proposition ' +
  'assumption property exercise solution';

/** Directives by their names. */
const KINDS: readonly (readonly [names: ReadonlySet<string>, write: Writer])[] = [
  [
    names(
      'toctree contents tableofcontents index bibliography highlight currentmodule py:currentmodule meta tags',
    ),
    () => [],
  ],
  [names('admonition dropdown topic sidebar margin aside'), calloutOf(() => 'note')],
  [
    names('versionadded versionchanged'),
    calloutOf(
      () => 'note',
      ({ argument }) => `Version ${argument}`,
    ),
  ],
  [
    names('deprecated'),
    calloutOf(
      () => 'warning',
      ({ argument }) => `Version ${argument}: deprecated`,
    ),
  ],
  [
    names(THEOREMS.replace(/\w+/g, '$& prf:$&')),
    calloutOf(
      (name) => name.replace('prf:', ''),
      (source) => theoremTitle(source),
    ),
  ],
  [names('figure'), (source, rewrite) => [pictureOf(source), '', ...rewrite(source.body)]],
  [names('image'), (source) => [pictureOf(source)]],
  [
    names('include literalinclude iframe video'),
    ({ argument }) => [`[${argument}](<${argument.replace(/[<>]/g, '')}>)`],
  ],
  [names('code code-block code-cell sourcecode'), code],
  [names('math'), ({ argument, body }) => fenced('math', [argument, ...body].join('\n').trim()).split('\n')],
  [names('list-table'), listTable],
  [names('csv-table'), csvTable],
  [names('raw'), raw],
  [names('table tab-item rubric centered'), titled],
  [names('card grid-item grid-item-card'), card],
  [names('tab-set grid div container glossary only hlist'), ({ body }, rewrite) => ['', ...rewrite(body)]],
  [names('epigraph pull-quote highlights blockquote'), quotation],
];

/** A theorem is headed by its kind, and by its name if it has one. */
function theoremTitle({ name, argument }: Source): string {
  const kind = name.replace('prf:', '');
  const label = kind.charAt(0).toUpperCase() + kind.slice(1);
  return argument === '' ? label : `${label}: ${argument}`;
}

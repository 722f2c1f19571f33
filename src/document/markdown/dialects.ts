import { decodeEmoji, emojiNames } from '../../unicode/emoji.ts';
import { hiddenBlock } from './regions.ts';
import { clipping, displayed, edited, formula, keys, role } from './rewritings.ts';
import { hugo, liquid, output } from './templates.ts';

/**
 * Rewrites the additions of site generators and note apps as plain Markdown with the same text, and removes those that have
 * no text: tags of Jekyll and Hugo, marks and comments of Obsidian, formulas, attributes of kramdown. Code is left alone.
 * Lines keep their numbers.
 */
export function rewriteDialects(source: string): string {
  const rules: readonly Rule[] = RULES.filter((rule) => mayApply(rule, source));
  if (rules.length === 0 || (source.match(COSTLY)?.length ?? 0) > MAX_COSTLY) return source;
  const any = anyOf(rules);
  let rewritten = '';
  let from = 0;
  OPENING.lastIndex = 0;
  for (let place = OPENING.exec(source); place; place = OPENING.exec(source)) {
    any.lastIndex = place.index;
    const found = any.exec(source);
    OPENING.lastIndex = found ? any.lastIndex : place.index + 1;
    const rule = found && rules.find(({ name }) => found.groups![name] !== undefined);
    if (!rule) continue;
    rewritten += source.slice(from, place.index) + onSameLines(found[0], rule.rewrite?.(found[0]) ?? '');
    from = any.lastIndex;
  }
  return rewritten + source.slice(from);
}

/** Openings whose ends are searched for far ahead: time is their number times the distance. */
const COSTLY = /<!--|<(?:pre|code|script|style|textarea|kbd|samp)\b|\{[%{]|%%|==/g;
/** The most of these openings that a source may hold. */
const MAX_COSTLY = 2000;

/** Matches stay as they are, and hide rules inside them: escapes, code, raw HTML, comments, addresses. */
const hiding = (): RegExp[] => [
  /\\[\p{P}\p{S}]/u,
  /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?<fence>`{3,}|~{3,})[^\n]*(?:\n|$)(?:[\s\S]*?^[ \t>]*\k<fence>[`~]*[ \t]*$|[\s\S]*)/u,
  /(?<=(?:^|\n)[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|$))+/u,
  // Code in a line ends with its block: the next item, heading or row of a table begins another.
  /(?<!`)(?<tick>`+)(?!`)(?:(?!\n[ \t>]*(?:\n|(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]|\||`{3}|~{3}))[\s\S]){1,2000}?(?<!`)\k<tick>(?!`)/u,
  /`+/u,
  /<(?<element>pre|code|script|style|textarea|kbd|samp)\b[^<>]{0,500}>[\s\S]{0,20000}?<\/\k<element>>/u,
  /<!--[\s\S]{0,20000}?-->/u,
  /\]\([^\s(){}<>]*\)|<?https?:\/\/[^\s<>{}]+/u,
];
/** Where a match of `hiding` may begin. */
const HIDING_OPENING = /[\\`~<\]]|h(?=ttps?:)|^(?=[ \t>*+\d-])/;

interface Rule {
  readonly name: string;
  /** Characters that all matches hold. Most sources hold none of any rule, and are left alone. */
  readonly sign: string;
  /** A fast pattern for how matches begin; absent if they begin with `sign`. */
  readonly opening?: RegExp;
  /** A source must hold this besides, where other dialects write the same as text. */
  readonly evidence?: RegExp;
  /**
   * Compiled with flags `m` and `u`. Repetitions are bounded, so that matching stays linear. Made when a source may hold a
   * match, as those with `\p{…}` take long to make.
   */
  readonly pattern: () => RegExp;
  /** Markdown or HTML in place of a match; absent if it is removed. */
  readonly rewrite?: (matched: string) => string;
}

/** An attribute as Python-Markdown, Pandoc and Hugo write it: a class, a name, or a value. */
const ATTRIBUTE = '(?:[.#][\\w:.-]+|[\\w:-]+=(?:"[^"}\\n]*"|\'[^\'}\\n]*\'|[^\\s"\'>=}][^\\s"}]*))';

/** The names of other attributes, and attributes: at least one of these. */
const NAMED_ATTRIBUTES = `(?:[\\w-]+:?[ \\t]+){0,9}${ATTRIBUTE}(?:[ \\t]+(?:[\\w-]+(?![\\w=:-])|${ATTRIBUTE})){0,9}`;
/** Names of attributes on a line of their own, after a span, or at the beginning of an item. */
const ATTRIBUTES_IN_PLACE =
  '(?:(?=[^{}\\n]*\\}[ \\t]*$)(?<=^[ \\t>]*\\{:[ \\t]*)' +
  '|(?<=(?:\\S[`*_>]|\\]\\([^()\\n]{0,500}\\)|^[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+)\\{:[ \\t]*))' +
  '[\\w-]+(?:[ \\t]+[\\w-]+){0,9}';

/** The label of a directive, with brackets in it, and its attributes, with braces in quotation marks. */
const LABEL = '\\[(?:[^[\\]\\n]|\\[[^[\\]\\n]{0,200}\\]){0,300}\\]';
const ATTRIBUTES = '\\{(?:[^{}"\'\\n]|"[^"\\n]{0,500}"|\'[^\'\\n]{0,500}\'){0,500}\\}';

/** Directives, roles and labels of MyST. */
const MYST = /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{[a-z]|\{[a-z][\w:.+-]{0,40}\}`|^\([\w:.-]{1,100}\)=[ \t]*$/m;

/** In order of precedence: where several rules match at a position, the first one counts. */
const RULES = [
  {
    // A tag of JSX: its expressions are not for reading.
    name: 'jsx',
    sign: '={',
    opening: /<[A-Za-z][^<>]{0,560}=\{/,
    pattern: () =>
      /<[A-Za-z][\w.:-]{0,60}(?=[^<>]{0,500}=\{)(?:[^<>{}"']|"[^"]{0,500}"|'[^']{0,500}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,500}>/u,
    rewrite: (matched) => matched.replace(/\s[\w:.-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, ''),
  },
  {
    name: 'liquidBlock',
    sign: '{%',
    pattern: () =>
      /\{%-?\s*(?<block>highlight|raw|comment)\b[^%]{0,200}%\}[\s\S]{0,20000}?\{%-?\s*end\k<block>\s*-?%\}/u,
    rewrite: liquid,
  },
  { name: 'liquidTag', sign: '{%', pattern: () => /\{%(?:(?!%\})[\s\S]){0,2000}%\}/u, rewrite: liquid },
  {
    // kramdown's extensions: comments, options, and text that is no Markdown.
    name: 'extension',
    sign: '{:',
    pattern: () =>
      /\{::(?<kind>comment|nomarkdown)\b[^}\n]{0,200}\}[\s\S]{0,20000}?\{:\/(?:\k<kind>)?\}|\{::[a-z][^}\n]{0,200}\}|\{:\/[a-z]{0,20}\}/u,
    rewrite: (matched) => /^\{::nomarkdown\b[^}]*\}([\s\S]*)\{:\/\w*\}$/.exec(matched)?.[1] ?? '',
  },
  {
    // In kramdown a circumflex ends a block, so that a list can follow a list.
    name: 'blockEnd',
    sign: '^',
    opening: /^\^[ \t]*$/m,
    pattern: () => /^\^[ \t]*$/u,
    rewrite: () => '<!-- -->',
  },
  {
    // The end of a cell of a notebook in MyST.
    name: 'blockBreak',
    sign: '+++',
    opening: /^\+\+\+(?: \{.*)?[ \t]*$/m,
    pattern: () => /(?<=\n[ \t]*\n|(?<![\s\S]))\+\+\+(?: \{[^\n]{0,500}\})?[ \t]*(?=\n[ \t]*\n)/u,
    rewrite: () => '<!-- -->',
  },
  {
    // Wrapped text may have a line that begins with a percent sign: only those that begin a block are comments.
    name: 'lineComment',
    sign: '% ',
    opening: /^%[ \t]/m,
    evidence: MYST,
    pattern: () =>
      /%(?<=^%)(?<=(?:\n[ \t]*|\n#{1,6}[ \t][^\n]{0,500}|\n\([\w:.-]{1,100}\)=[ \t]*)\n%|(?<![\s\S])%)[ \t][^\n]*(?:\n%[ \t][^\n]*){0,200}/u,
  },
  { name: 'expressionComment', sign: '{/*', pattern: () => /\{\/\*(?:(?!\*\/)[\s\S]){0,2000}\*\/\}/u },
  {
    name: 'hugoBlock',
    sign: '{{',
    pattern: () =>
      /\{\{[<%]\s*highlight\b[^%>]{0,200}[%>]\}\}[\s\S]{0,20000}?\{\{[<%]\s*\/\s*highlight\s*[%>]\}\}/u,
    rewrite: hugo,
  },
  {
    name: 'hugoTag',
    sign: '{{',
    pattern: () => /\{\{(?<sign>[<%])(?:(?!\}\})[\s\S]){0,2000}?\k<sign>?[>%]\}\}/u,
    rewrite: hugo,
  },
  {
    // Not in the value of an attribute: `style={{a: 1}}`, `src="{{root}}a.png"`.
    name: 'output',
    sign: '{{',
    pattern: () =>
      /(?:(?<!=|=["'][^"'\n]{0,200})|(?=\{\{-?\s*(?:site|page)\.))\{\{[^{}\n<%][^{}\n]{0,500}\}\}/u,
    rewrite: output,
  },
  {
    name: 'contentsList',
    sign: '{:',
    opening: /^[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t][^\n]{0,100}\n\{:/m,
    pattern: () => /^[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+[^\n]{0,100}\n\{:\s*toc[^}\n]*\}[ \t]*$/u,
  },
  {
    name: 'contents',
    sign: '[',
    opening: /\[(?:TOC|toc|\[(?:_?TOC|toc))/,
    pattern: () => /\[(?<=^[ \t]*\[)(?:(?:TOC|toc)\]|\[(?:_?TOC_?|toc)\]\])[ \t]*$/u,
  },
  {
    // A link of a clipped web page, around blocks.
    name: 'clipping',
    sign: '](',
    opening: /\[(?:!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\))?[ \t]*$/m,
    pattern: () =>
      /\[(?<=^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\[)(?:!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\))?[ \t]*\n(?:(?!\[[ \t]*$)[^\n]*\n){1,20}?[ \t>]*\]\([^()\s]{1,500}(?:[ \t]+"[^"\n]{0,200}")?\)[ \t]*$/u,
    rewrite: clipping,
  },
  {
    name: 'abbreviation',
    sign: '*[',
    opening: /^\*\[/m,
    pattern: () => /^\*\[[^\]\n]{1,100}\]:[ \t][^\n]*$/u,
  },
  {
    name: 'headingId',
    sign: '{',
    // Pandoc marks headings without a number with `{-}`.
    // The signs that close a heading stand before its attributes.
    opening: /(?:(?<=[ \t])#+[ \t]+)?\{:? ?(?:[.#]|-[ }]|[\w:-]+=)/,
    pattern: () =>
      new RegExp(
        `(?:(?<=^#{1,6}[ \\t][^\\n]{0,500})(?:(?<=[ \\t])#+[ \\t]+(?=\\{[^\\n]{0,500}\\}[ \\t]*$))?|(?=[^\\n]{0,200}\\n(?:=+|-+)[ \\t]*$))\\{:? ?(?:-|${ATTRIBUTE})(?: +(?:-|${ATTRIBUTE})){0,9} ?\\}(?=[ \\t#]*$)`,
        'u',
      ),
    rewrite: (matched) => {
      const id = /#([\w:.-]+)/.exec(matched)?.[1];
      return id ? `<a id="${id}"></a>` : '';
    },
  },
  {
    // A leaf directive (`::youtube[A talk]{#x}`) is replaced by its label, and so is the opening line of a container that
    // nothing closes. Without a label or attributes, only a hyphen tells its name from a word.
    name: 'directive',
    sign: '::',
    opening: /^[ \t]*:{2,}[A-Za-z]/m,
    pattern: () =>
      new RegExp(
        `^[ \\t]*:{2,}[A-Za-z][\\w-]{0,60}(?:${LABEL}(?:${ATTRIBUTES})?|${ATTRIBUTES}|(?<=:[a-z]\\w{0,30}-[\\w-]{0,60}))[ \\t]*$`,
        'u',
      ),
    rewrite: (matched) => new RegExp(`^[ \\t:]*[\\w-]+(${LABEL})`).exec(matched)?.[1]?.slice(1, -1) ?? '',
  },
  {
    // A text directive (`:abbr[HTML]{title="…"}`), whose label is the text.
    name: 'textDirective',
    sign: '[',
    opening: /:[a-z][a-z\d-]{1,40}\[/,
    pattern: () =>
      /(?<=^|[\s("'«*_—-]):[a-z][a-z\d-]{1,40}\[[^[\]\n]{1,200}\](?:\{[^{}\n]{0,200}\})?(?![([:])/u,
    rewrite: (matched) => /\[(.*)\]/.exec(matched)![1]!,
  },
  {
    // An item of a list that Pandoc numbers.
    name: 'numbered',
    sign: '#. ',
    opening: /^[ \t]*#\.[ \t]/m,
    pattern: () => /#\.(?<=^[ \t]*#\.)(?=[ \t]+\S)/u,
    rewrite: () => '1.',
  },
  { name: 'label', sign: ')=', opening: /^\([\w:.-]+\)=/m, pattern: () => /^\([\w:.-]{1,100}\)=[ \t]*$/u },
  {
    // Attributes of kramdown and Python-Markdown; a name alone, which is that of other attributes, only where kramdown
    // reads it: on a line of its own, after a span, at the beginning of an item. Elsewhere `{:ok}` is text.
    name: 'attributes',
    sign: '{:',
    pattern: () => new RegExp(`\\{:[ \\t]*(?:${NAMED_ATTRIBUTES}|${ATTRIBUTES_IN_PLACE})[ \\t]*:?\\}`, 'u'),
  },
  {
    // A span with attributes, as Pandoc writes it, with links in it.
    name: 'span',
    sign: ']{',
    opening: /\[(?=[^\n]{0,500}\]\{ ?(?:[.#]|[\w:-]+=))/,
    pattern: () =>
      new RegExp(
        `\\[(?:[^[\\]\\n]|\\[[^[\\]\\n]{0,200}\\]){0,300}\\]\\{ ?${ATTRIBUTE}(?: +${ATTRIBUTE}){0,9} ?\\}`,
        'u',
      ),
    rewrite: (matched) => {
      const [, text = '', attributes = ''] = /^\[(.*)\](\{.*)$/.exec(matched) ?? [];
      const id = /#([\w:.-]+)/.exec(attributes)?.[1];
      return id ? `<a id="${id}"></a>${text}` : text;
    },
  },
  { name: 'rawFormat', sign: '`{=', opening: /\{=[a-z]/, pattern: () => /(?<=`)\{=[a-z][\w-]{0,30}\}/u },
  {
    name: 'classes',
    sign: '{',
    opening: /(?:^[ \t]*)?\{ ?(?:[.#]|[\w:-]+=)/m,
    pattern: () =>
      new RegExp(
        `(?:(?<=[)\\]\`*_:>])|^[ \\t]*(?=\\{[^}\\n]*\\}[ \\t]*$)|(?<= )(?=\\{ ?[.#][^{}\\n]*\\}$))\\{ ?${ATTRIBUTE}(?: +${ATTRIBUTE}){0,9} ?\\}`,
        'u',
      ),
  },
  {
    name: 'role',
    sign: '}`',
    opening: /\{[a-z][\w:.+-]{0,40}\}`/,
    pattern: () => /(?<!\$)\{[a-z][\w:.+-]{0,40}\}`(?!\s)[^`\n]{1,500}`(?!`)/u,
    rewrite: role,
  },
  {
    name: 'edited',
    sign: '{',
    opening: /\{(?:\+\+|--|==|>>|~~)/,
    pattern: () =>
      /\{(?:\+\+[^{}]{1,1000}\+\+|--[^{}]{1,1000}--|==[^{}]{1,1000}==|>>[^{}]{0,1000}<<|~~[^{}]{0,1000}~>[^{}]{0,1000}~~)\}/u,
    rewrite: edited,
  },
  {
    name: 'keys',
    sign: '++',
    opening: /\+\+[a-z\d]/,
    pattern: () => /(?<![\w+])\+\+[a-z\d]+(?:-[a-z\d]+)*(?:\+[a-z\d]+(?:-[a-z\d]+)*){0,4}\+\+(?![\w+])/u,
    rewrite: keys,
  },
  {
    name: 'raised',
    sign: '^',
    opening: /\^[^\s^]{1,10}\^/,
    pattern: () => /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,10}\^(?![\p{L}\p{N}^])/u,
    rewrite: (matched) => `<sup>${matched.slice(1, -1)}</sup>`,
  },
  {
    name: 'lowered',
    sign: '~',
    opening: /~\d{1,3}~/,
    pattern: () => /(?<=[\p{L})])~\d{1,3}~(?!~)/u,
    rewrite: (matched) => `<sub>${matched.slice(1, -1)}</sub>`,
  },
  {
    name: 'icon',
    sign: ':',
    opening: /:(?:fontawesome|material|octicons|simple)-/,
    pattern: () => /:(?:fontawesome|material|octicons|simple)-[a-z0-9-]+:/u,
  },
  {
    name: 'emoji',
    sign: ':',
    opening: /:(?:[a-z\d][a-z\d_+-]*|[+-]1):/,
    pattern: emojiNames,
    rewrite: decodeEmoji,
  },
  { name: 'blockId', sign: '^', opening: /\^[\w-]+$/m, pattern: () => /(?<=\S |^)\^[\w-]{2,40}$/u },
  { name: 'hiddenBlock', sign: '%%', pattern: hiddenBlock },
  {
    name: 'hidden',
    sign: '%%',
    pattern: () => /(?<![\p{L}\p{N}%])%%(?!%)[^\n]{0,2000}?%%(?![\p{L}\p{N}%])/u,
  },
  {
    name: 'mark',
    sign: '==',
    pattern: () =>
      /(?<![\p{L}\p{N}=!<>])==(?=[^\s=])(?:(?!\n[ \t]*\n)[^=]|=(?!=)){0,1000}?(?<=[^\s=])==(?![\p{L}\p{N}=])/u,
    rewrite: (matched) => `<mark>${matched.slice(2, -2)}</mark>`,
  },
  {
    name: 'display',
    sign: '$$',
    // MyST may name it.
    pattern: () => /^\$\$[ \t]*\n[\s\S]{0,10000}?^\$\$[ \t]*(?:\([\w:.-]{1,100}\)[ \t]*)?$/u,
    rewrite: (matched) => displayed(matched.slice(2, matched.lastIndexOf('$$'))),
  },
  {
    name: 'displayed',
    sign: '$$',
    pattern: () => /^\$\$(?=[^\s$])(?:[^$\n]|\n(?![ \t]*\n)){1,10000}\$\$[ \t]*$/u,
    rewrite: (matched) => displayed(matched.trimEnd().slice(2, -2)),
  },
  {
    name: 'formula',
    sign: '$',
    opening: /\$\$|\$[^\s{$][^$\n]*\$/,
    pattern: () =>
      /\$\$[^$\n]{1,1000}\$\$|(?<![$\p{L}\p{N}])\$(?=[^\s${])[^$\n]{1,500}?(?<=\S)\$(?![\p{L}\d$])/u,
    rewrite: formula,
  },
] as const satisfies readonly Rule[];

/** The names of the rules. A test has an example of each. */
export type DialectRule = (typeof RULES)[number]['name'];

const mayApply = ({ sign, opening, evidence }: Rule, source: string): boolean =>
  source.includes(sign) &&
  (opening === undefined || opening.test(source)) &&
  (evidence === undefined || evidence.test(source));

const openingOf = ({ sign, opening }: Rule): string => opening?.source ?? sign.replace(/[{$]/g, '\\$&');

/** Positions where a rule or `hiding` may match: a quick test, since at nearly all positions none does. */
const OPENING = new RegExp([HIDING_OPENING.source, ...new Set(RULES.map(openingOf))].join('|'), 'gm');

/** The most patterns that are kept. Sources of one library use a few of all combinations. */
const MAX_KEPT = 16;
const kept = new Map<string, RegExp>();

/**
 * The patterns of `rules` and `hiding` in one: those of rules are groups with their names. Made of the rules that may apply
 * only, because the pattern of all takes 20 ms to compile, and that of one rule 2 ms.
 */
function anyOf(rules: readonly Rule[]): RegExp {
  const names = rules.map(({ name }) => name).join();
  const known = kept.get(names);
  if (known) return known;
  const named = rules.map(({ name, pattern }) => `(?<${name}>${pattern().source})`);
  const any = new RegExp([...hiding().map(({ source }) => source), ...named].join('|'), 'muy');
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(names, any);
  return any;
}

/** `text` with as many line ends as `original` at least. */
function onSameLines(original: string, text: string): string {
  const missing = original.split('\n').length - text.split('\n').length;
  return missing > 0 ? text + '\n'.repeat(missing) : text;
}

import { decodeEmoji, EMOJI_NAMES } from '../../unicode/emoji.ts';
import { displayed, formula } from './formula.ts';
import { edited, keys, role } from './marks.ts';
import { fenced, hugo, liquid, output } from './templates.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * Rewrites the additions of site generators and note apps as plain Markdown with the same text, and removes those that have
 * no text: tags of Jekyll and Hugo, marks and comments of Obsidian, formulas, attributes of kramdown. Code is left alone.
 * Lines keep their numbers.
 */
export function rewriteDialects(source: string): string {
  if (!isTriggered(source, TRIGGERS) || (source.match(OPENINGS)?.length ?? 0) > MAX_OPENINGS) return source;
  any ??= new RegExp(RULES.map(({ name, pattern }) => `(?<${name}>${pattern.source})`).join('|'), 'muy');
  const rules: readonly Rule[] = RULES;
  let rewritten = '';
  let from = 0;
  BEGINNING.lastIndex = 0;
  for (let place = BEGINNING.exec(source); place; place = BEGINNING.exec(source)) {
    any.lastIndex = place.index;
    const found = any.exec(source);
    BEGINNING.lastIndex = found ? any.lastIndex : place.index + 1;
    const rewrite = found && rules.find(({ name }) => found.groups![name] !== undefined)?.rewrite;
    if (!rewrite) continue;
    rewritten += source.slice(from, place.index) + onSameLines(found[0], rewrite(found[0]));
    from = any.lastIndex;
  }
  return rewritten + source.slice(from);
}

const TRIGGERS: readonly Trigger[] = [
  ['{', /\{[%{:#.+=>~-]|=\{|\{ *[.#]|\)\{|\{[a-z][\w:.+-]*\}`/],
  ['==', /==/],
  ['%%', /%%/],
  ['$', /\$\$|\$[^\s{$][^$\n]*\$/],
  ['^', /\^[^\s^]+\^|\^[\w-]+$/m],
  [':', /:(?:[a-z\d][\w+-]*|[+-]1):/],
  ['::', /^[ \t]*::[a-z]/im],
  ['++', /\+\+[a-z]/],
  ['~', /~\d+~/],
  ['*[', /^\*\[/m],
  [')=', /^\([\w:.-]+\)=[ \t]*$/m],
  ['[', /^[ \t]*\[(?:TOC|toc)\][ \t]*$|^[ \t]*\[\[_?TOC_?\]\]/m],
];

/** Openings whose ends are searched for far ahead, and the most a source may hold: time is their number times the distance. */
const OPENINGS = /<!--|<(?:pre|code|script|style|textarea|kbd|samp)\b|\{[%{]|%%|==/g;
const MAX_OPENINGS = 2000;

/** Positions where a rule may match: a quick test, since at nearly all positions none does. */
const BEGINNING = /[\\`~<\]{%=$:^+[]|h(?=ttps?:)|^(?=[ \t>*\d(-])/gm;

interface Rule {
  readonly name: string;
  /** Compiled with flags `m` and `u`. Repetitions are bounded, so that matching stays linear. */
  readonly pattern: RegExp;
  /** Absent if a match stays as it is and hides other rules inside it. */
  readonly rewrite?: (matched: string) => string;
}

/** An attribute as Python-Markdown, Pandoc and Hugo write it: a class, a name, or a value. */
const ATTRIBUTE = '(?:[.#][\\w:-]+|[\\w:-]+=(?:"[^"}\\n]*"|[^\\s"}]+))';

/** In order of precedence: where several rules match at a position, the first one counts. */
const RULES = [
  { name: 'escape', pattern: /\\[\p{P}\p{S}]/u },
  {
    name: 'fenced',
    pattern:
      /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?<fence>`{3,}|~{3,})[^\n]*(?:\n|$)(?:[\s\S]*?^[ \t>]*\k<fence>[`~]*[ \t]*$|[\s\S]*)/u,
  },
  { name: 'indented', pattern: /(?<=(?:^|\n)[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|$))+/u },
  {
    name: 'codeSpan',
    pattern: /(?<!`)(?<tick>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){1,2000}?(?<!`)\k<tick>(?!`)/u,
  },
  { name: 'ticks', pattern: /`+/u },
  {
    name: 'raw',
    pattern:
      /<(?<element>pre|code|script|style|textarea|kbd|samp)\b[^<>]{0,500}>[\s\S]{0,20000}?<\/\k<element>>/u,
  },
  {
    // A tag of JSX: its expressions are not for reading.
    name: 'jsx',
    pattern:
      /<[A-Za-z][\w.:-]{0,60}(?=[^<>]{0,500}=\{)(?:[^<>{}"']|"[^"]{0,500}"|'[^']{0,500}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,500}>/u,
    rewrite: (matched) => matched.replace(/\s[\w:.-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, ''),
  },
  { name: 'comment', pattern: /<!--[\s\S]{0,20000}?-->/u },
  { name: 'address', pattern: /\]\([^\s(){}<>]*\)|<?https?:\/\/[^\s<>{}]+/u },
  {
    name: 'liquidBlock',
    pattern:
      /\{%-?\s*(?<block>highlight|raw|comment)\b[^%]{0,200}%\}[\s\S]{0,20000}?\{%-?\s*end\k<block>\s*-?%\}/u,
    rewrite: liquid,
  },
  { name: 'liquidTag', pattern: /\{%(?:(?!%\})[\s\S]){0,2000}%\}/u, rewrite: liquid },
  {
    // kramdown's extensions: comments, options, and text that is no Markdown.
    name: 'extension',
    pattern:
      /\{::(?<kind>comment|nomarkdown)\b[^}\n]{0,200}\}[\s\S]{0,20000}?\{:\/(?:\k<kind>)?\}|\{::[a-z][^}\n]{0,200}\}|\{:\/[a-z]{0,20}\}/u,
    rewrite: (matched) => /^\{::nomarkdown\b[^}]*\}([\s\S]*)\{:\/\w*\}$/.exec(matched)?.[1] ?? '',
  },
  {
    name: 'hugoBlock',
    pattern:
      /\{\{[<%]\s*highlight\b[^%>]{0,200}[%>]\}\}[\s\S]{0,20000}?\{\{[<%]\s*\/\s*highlight\s*[%>]\}\}/u,
    rewrite: hugo,
  },
  {
    name: 'hugoTag',
    pattern: /\{\{(?<sign>[<%])(?:(?!\}\})[\s\S]){0,2000}?\k<sign>?[>%]\}\}/u,
    rewrite: hugo,
  },
  {
    // Not the value of an attribute of JSX, `style={{a: 1}}`.
    name: 'output',
    pattern: /(?:(?<!=)|(?=\{\{-?\s*(?:site|page)\.))\{\{[^{}\n<%][^{}\n]{0,500}\}\}/u,
    rewrite: output,
  },
  {
    name: 'contents',
    pattern: /^[ \t]*(?:[*+-][ \t]+[^\n]{0,100}\n\{:\s*toc[^}\n]*\}|\[(?:TOC|toc)\]|\[\[_?TOC_?\]\])[ \t]*$/u,
    rewrite: () => '',
  },
  { name: 'abbreviation', pattern: /^\*\[[^\]\n]{1,100}\]:[ \t][^\n]*$/u, rewrite: () => '' },
  {
    name: 'headingId',
    pattern: new RegExp(
      `(?<=^#{1,6}[ \\t][^\\n]{0,500})\\{:? ?${ATTRIBUTE}(?: +${ATTRIBUTE}){0,9} ?\\}(?=[ \\t#]*$)`,
      'u',
    ),
    rewrite: (matched) => {
      const id = /#([\w-]+)/.exec(matched)?.[1];
      return id ? `<a id="${id}"></a>` : '';
    },
  },
  {
    // A leaf directive (`::youtube[A talk]{#x}`) is replaced by its label.
    name: 'directive',
    pattern: /^[ \t]*::[A-Za-z][\w-]*(?:\[[^\]\n]{0,200}\](?:\{[^}\n]{0,500}\})?|\{[^}\n]{0,500}\})[ \t]*$/u,
    rewrite: (matched) => /\[(.*)\]/.exec(matched)?.[1] ?? '',
  },
  { name: 'label', pattern: /^\([\w:.-]{1,100}\)=[ \t]*$/u, rewrite: () => '' },
  { name: 'attributes', pattern: /\{:[^}\n]{0,200}\}/u, rewrite: () => '' },
  {
    // A span with attributes, as Pandoc writes it.
    name: 'span',
    pattern: new RegExp(`\\[[^[\\]\\n]{0,300}\\]\\{ ?${ATTRIBUTE}(?: +${ATTRIBUTE}){0,9} ?\\}`, 'u'),
    rewrite: (matched) => {
      const [, text = '', attributes = ''] = /^\[(.*)\](\{.*)$/.exec(matched) ?? [];
      const id = /#([\w-]+)/.exec(attributes)?.[1];
      return id ? `<a id="${id}"></a>${text}` : text;
    },
  },
  {
    name: 'classes',
    pattern: new RegExp(
      `(?:(?<=[)\\]\`*_:])|^[ \\t]*(?=\\{[^}\\n]*\\}[ \\t]*$)|(?<= )(?=\\{ ?[.#][^{}\\n]*\\}$))\\{ ?${ATTRIBUTE}(?: +${ATTRIBUTE}){0,9} ?\\}`,
      'u',
    ),
    rewrite: () => '',
  },
  { name: 'role', pattern: /\{[a-z][\w:.+-]{0,40}\}`[^`\n]{1,500}`(?!`)/u, rewrite: role },
  {
    name: 'edited',
    pattern:
      /\{(?:\+\+[^{}]{1,1000}\+\+|--[^{}]{1,1000}--|==[^{}]{1,1000}==|>>[^{}]{0,1000}<<|~~[^{}]{0,1000}~>[^{}]{0,1000}~~)\}/u,
    rewrite: edited,
  },
  {
    name: 'keys',
    pattern: /(?<![\w+])\+\+[a-z\d]+(?:-[a-z\d]+)*(?:\+[a-z\d]+(?:-[a-z\d]+)*){0,4}\+\+(?![\w+])/u,
    rewrite: keys,
  },
  {
    name: 'raised',
    pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,10}\^(?![\p{L}\p{N}^])/u,
    rewrite: (matched) => `<sup>${matched.slice(1, -1)}</sup>`,
  },
  {
    name: 'lowered',
    pattern: /(?<=[\p{L})])~\d{1,3}~(?!~)/u,
    rewrite: (matched) => `<sub>${matched.slice(1, -1)}</sub>`,
  },
  {
    name: 'icon',
    pattern: /:(?:fontawesome|material|octicons|simple)-[a-z0-9-]+:/u,
    rewrite: () => '',
  },
  { name: 'emoji', pattern: EMOJI_NAMES, rewrite: decodeEmoji },
  { name: 'blockId', pattern: /(?<=\S |^)\^[\w-]{2,40}$/u, rewrite: () => '' },
  { name: 'hiddenBlock', pattern: /^%%(?!%)[\s\S]{0,10000}?%%(?=[ \t]*$)/u, rewrite: () => '' },
  {
    name: 'hidden',
    pattern: /(?<![\p{L}\p{N}%])%%(?!%)[^\n]{0,2000}?%%(?![\p{L}\p{N}%])/u,
    rewrite: () => '',
  },
  {
    name: 'mark',
    pattern:
      /(?<![\p{L}\p{N}=!<>])==(?=[^\s=])(?:(?!\n[ \t]*\n)[^=]|=(?!=)){0,1000}?(?<=[^\s=])==(?![\p{L}\p{N}=])/u,
    rewrite: (matched) => `<mark>${matched.slice(2, -2)}</mark>`,
  },
  {
    name: 'display',
    pattern: /^\$\$[ \t]*\n[\s\S]{0,10000}?^\$\$[ \t]*$/u,
    rewrite: (matched) => fenced('math', matched.trimEnd().slice(2, -2)),
  },
  {
    name: 'displayed',
    pattern: /^\$\$(?=[^\s$])(?:[^$\n]|\n(?![ \t]*\n)){1,10000}\$\$[ \t]*$/u,
    rewrite: (matched) => displayed(matched.trimEnd().slice(2, -2)),
  },
  {
    name: 'formula',
    pattern: /\$\$[^$\n]{1,1000}\$\$|(?<![$\p{L}\p{N}])\$(?=[^\s${])[^$\n]{1,500}?(?<=\S)\$(?![\p{L}\d$])/u,
    rewrite: formula,
  },
] as const satisfies readonly Rule[];

/** The rules that rewrite what they match. A test has an example of each. */
export type RewritingRule = Extract<(typeof RULES)[number], { readonly rewrite: unknown }>['name'];

/** All patterns in one: each is a group with the name of its rule. */
let any: RegExp | undefined;

/** `text` with as many line ends as `original` at least. */
function onSameLines(original: string, text: string): string {
  const missing = original.split('\n').length - text.split('\n').length;
  return missing > 0 ? text + '\n'.repeat(missing) : text;
}

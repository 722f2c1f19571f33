import { isCallout } from '../callout-kinds.ts';
import { type Directive, directiveOf } from './directives.ts';

/** A container of Markdown, as the line that opens it describes it. */
export interface Container {
  /** The blanks before it. */
  readonly margin: string;
  readonly kind: string;
  readonly title: string;
  /** Matches the line that closes it; absent if its content is indented instead. */
  readonly closing?: RegExp;
  /** True if it is closed by colons, and so may hold containers that are closed by as many. */
  readonly nests?: true;
  /** True if a heading with which it begins is its title. */
  readonly headed?: true;
  /** The directive of MyST that it is. */
  readonly directive?: Directive;
}

/** The container that a line opens, other than as a fence; undefined if it opens none. */
export function containerAt(line: string): Container | undefined {
  const div = divAt(line);
  if (div) return div;
  const indented = /^([ \t]*)(?:!!!|\?\?\?\+?) +([A-Za-z][\w-]*)(?: +[\w-]+)*(?: +"(.*)")? *$/.exec(line);
  if (indented) return admonition(indented[1]!, indented[2]!, indented[3]);
  const tab = /^([ \t]*)===!? +"(.+)" *$/.exec(line);
  if (tab) return { margin: tab[1]!, kind: '', title: tab[2]! };
  const [, before, name, inside = ''] =
    /^([ \t]*)\{%-? *(hint|note|tip|warning|danger)\b([^%]*)%\} *$/.exec(line) ?? [];
  if (before === undefined) return shortcodeAt(line);
  const kind = name === 'hint' ? (argument(inside, 'style') ?? 'info') : name!;
  const closing = new RegExp(`^[ \\t]*\\{%-? *end${name} *-?%\\} *$`);
  const title = argument(inside, 'title') ?? /^ *"([^"]*)"/.exec(inside)?.[1];
  return { margin: before, kind, title: title ?? '', closing };
}

/** An admonition of Python-Markdown, which has the name of its kind for a title if it has no other. */
function admonition(margin: string, kind: string, title: string | undefined): Container {
  return { margin, kind, title: title ?? (isCallout(kind) ? '' : kind[0]!.toUpperCase() + kind.slice(1)) };
}

/** The container that a line of colons opens: an admonition of Docusaurus, a div of Pandoc, a directive of MyST. */
function divAt(line: string): Container | undefined {
  const [, margin = '', colons, named, rest = ''] =
    /^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*|\{[^}\n]*\})(.*)$/.exec(line) ?? [];
  if (!colons || !named) return undefined;
  const closing = new RegExp(`^[ \\t]*:{${Math.min(colons.length, 100)},}[ \\t]*$`);
  const myst = /^\{([a-z][\w:-]*)\}$/.exec(named)?.[1];
  const directive = myst === undefined ? undefined : directiveOf(myst, rest.trim());
  if (directive) return { ...directive, margin, closing, nests: true };
  const isQuarto = /\.callout-/.test(named);
  const kind = named.startsWith('{') ? (/\.(?:callout-)?([\w-]+)/.exec(named)?.[1] ?? myst ?? '') : named;
  const title =
    /title="([^"]*)"/.exec(named)?.[1] ?? /^\[(.*)\]/.exec(rest)?.[1] ?? rest.trim().replace(/(?<!:):+$/, '');
  return {
    margin,
    kind,
    title: title.replace(/\{[^{}]*\}$/, '').trim(),
    closing,
    nests: true,
    ...(isQuarto && { headed: true }),
  };
}

const SHORTCODE =
  /^([ \t]*)\{\{[<%] *(admonition|alert|callout|details|expand|hint|notice|note|tip|info|important|warning|caution|danger)\b(.*)[%>]\}\} *$/;

function shortcodeAt(line: string): Container | undefined {
  const [, margin, name = '', inside = ''] = SHORTCODE.exec(line) ?? [];
  if (margin === undefined) return undefined;
  const closing = new RegExp(`^[ \\t]*\\{\\{[<%] */ *${name}\\b.*[%>]\\}\\} *$`);
  const [first, second] = Array.from(
    inside.matchAll(/(?<![=\w"])(?:"([^"]*)"|([\w-]+)(?!=))/g),
    (word) => (word[1] ?? word[2])!,
  );
  const given = argument(inside, 'type') ?? argument(inside, 'color') ?? first ?? '';
  const named = name === 'details' || name === 'expand' ? 'details' : isCallout(name) ? name : 'note';
  const kind = isCallout(given) ? given : named;
  const title = argument(inside, 'title') ?? (given === kind ? second : given);
  return { margin, kind, title: title ?? '', closing };
}

/** The value of an argument, `name="value"` or `name=value`. */
const argument = (inside: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`\\b${name} *= *(?:"([^"]*)"|([\\w-]+))`).exec(inside) ?? [];
  return quoted ?? bare;
};

const FENCED = /^([ \t]*)(`{3,}|~{3,})\{([a-z][\w:-]*)\}[ \t]*(.*)$/;
/** HTML as Pandoc writes it. */
const RAW_HTML = /^([ \t]*)(`{3,}|~{3,}) ?\{=html5?\}[ \t]*$/;

/** The container opened as a fence, as in MyST (```` ```{note} ````); undefined if it holds code that stays as it is. */
export function directiveAt(line: string): Container | undefined {
  const [, margin, fence = '', name = 'raw', argument = 'html'] =
    FENCED.exec(line) ?? RAW_HTML.exec(line) ?? [];
  const directive = margin === undefined ? undefined : directiveOf(name, argument.trim());
  if (!directive) return undefined;
  const closing = new RegExp(`^[ \\t]*${fence[0]}{${Math.min(fence.length, 100)},}[ \\t]*$`);
  return { ...directive, margin: margin!, closing };
}

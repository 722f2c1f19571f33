import { isCallout } from '../callout-kinds.ts';

/** A container of Markdown, as the line that opens it describes it. */
export interface Container {
  /** The blanks before it. */
  readonly margin: string;
  readonly kind: string;
  readonly title: string;
  /** Matches the line that closes it; absent if its content is indented instead. */
  readonly closing?: RegExp;
  /** Set for a container that is opened as a fence: whether its content is text or not for reading. */
  readonly directive?: 'text' | 'silent';
}

/** The container that a line opens, other than as a fence; undefined if it opens none. */
export function containerAt(line: string): Container | undefined {
  const [, margin = '', colons, named, rest = ''] =
    /^([ \t]*)(:{3,})[ \t]*([A-Za-z][\w-]*|\{[^}\n]*\})(.*)$/.exec(line) ?? [];
  if (colons && named) {
    const kind = named.startsWith('{')
      ? (/\.(?:callout-)?([\w-]+)|^\{([a-z][\w-]*)\}$/.exec(named)?.slice(1).find(Boolean) ?? '')
      : named;
    const title = /title="([^"]*)"/.exec(named)?.[1] ?? /^\[(.*)\]/.exec(rest)?.[1] ?? rest.trim();
    const closing = new RegExp(`^[ \\t]*:{${Math.min(colons.length, 100)},}[ \\t]*$`);
    return { margin, kind, title: title.replace(/\{[^{}]*\}$/, '').trim(), closing };
  }
  const indented = /^([ \t]*)(?:!!!|\?\?\?\+?) +([A-Za-z][\w-]*)(?: +[\w-]+)*(?: +"(.*)")? *$/.exec(line);
  if (indented) return { margin: indented[1]!, kind: indented[2]!, title: indented[3] ?? '' };
  const tab = /^([ \t]*)===!? +"(.+)" *$/.exec(line);
  if (tab) return { margin: tab[1]!, kind: '', title: tab[2]! };
  const [, before, inside = ''] = /^([ \t]*)\{%-? *hint\b(.*)%\} *$/.exec(line) ?? [];
  if (before !== undefined) {
    const kind = argument(inside, 'style') ?? 'info';
    return { margin: before, kind, title: argument(inside, 'title') ?? '', closing: HINT_END };
  }
  return shortcodeAt(line);
}

const HINT_END = /^[ \t]*\{%-? *endhint *-?%\} *$/;
const SHORTCODE = /^([ \t]*)\{\{[<%] *(admonition|alert|callout|details|expand|hint|notice)\b(.*)[%>]\}\} *$/;

function shortcodeAt(line: string): Container | undefined {
  const [, margin, name = '', inside = ''] = SHORTCODE.exec(line) ?? [];
  if (margin === undefined) return undefined;
  const closing = new RegExp(`^[ \\t]*\\{\\{[<%] */ *${name}\\b.*[%>]\\}\\} *$`);
  const [first, second] = Array.from(
    inside.matchAll(/(?<![=\w"])(?:"([^"]*)"|([\w-]+)(?!=))/g),
    (word) => (word[1] ?? word[2])!,
  );
  const given = argument(inside, 'type') ?? argument(inside, 'color') ?? first ?? '';
  const kind = isCallout(given) ? given : name === 'details' || name === 'expand' ? 'details' : 'note';
  const title = argument(inside, 'title') ?? (given === kind ? second : given);
  return { margin, kind, title: title ?? '', closing };
}

/** The value of an argument, `name="value"` or `name=value`. */
const argument = (inside: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`\\b${name} *= *(?:"([^"]*)"|([\\w-]+))`).exec(inside) ?? [];
  return quoted ?? bare;
};

const DIRECTIVE = /^([ \t]*)(`{3,}|~{3,})\{([a-z][\w-]*)\}[ \t]*(.*)$/;
/** Directives that are notes by another name. */
const NOTES = new Set(['admonition', 'dropdown', 'topic', 'sidebar', 'margin']);
/** Directives without text of their own. */
const SILENT = new Set(['toctree', 'contents', 'tableofcontents', 'index']);

/** The container opened as a fence, as in MyST (```` ```{note} ````); undefined if it holds code or is for Sphinx alone. */
export function directiveAt(line: string): Container | undefined {
  const [, margin, fence = '', name = '', title = ''] = DIRECTIVE.exec(line) ?? [];
  if (margin === undefined) return undefined;
  const silent = SILENT.has(name);
  const kind = NOTES.has(name) ? 'note' : name;
  if (!silent && !isCallout(kind)) return undefined;
  const closing = new RegExp(`^[ \\t]*${fence[0]}{${Math.min(fence.length, 100)},}[ \\t]*$`);
  return {
    margin,
    kind: silent ? '' : kind,
    title: silent ? '' : title.trim(),
    closing,
    directive: silent ? 'silent' : 'text',
  };
}

import { codeSpan } from './rewritings.ts';

/** A template tag without its delimiters. */
interface Tag {
  readonly name: string;
  /** The text after the name. */
  readonly rest: string;
}

/** Markdown for a tag of Liquid, Jekyll's template language (`{% … %}`), or for a block of it that holds no Markdown. */
export function liquid(matched: string): string {
  const [, inner = '', body, ending] =
    /^\{%-?((?:(?!-?%\})[\s\S])*)-?%\}(?:([\s\S]*)\{%-?\s*(end\w+)\s*-?%\})?$/.exec(matched) ?? [];
  const tag = tagOf(inner);
  if (ending === undefined) return tagAsMarkdown(tag);
  if (tag.name === 'raw') return body!;
  return tag.name === 'comment' ? '' : code(tag.rest, body!);
}

/** A shortcode of Hugo (`{{< … >}}`, `{{% … %}}`) as Markdown. */
export function hugo(matched: string): string {
  const [, inner = '', body] =
    /^\{\{[<%]((?:(?![%>]\}\})[\s\S])*)[%>]\}\}(?:([\s\S]*)\{\{[<%]\s*\/[^{}]*\}\})?$/.exec(matched) ?? [];
  // Documentation of Hugo writes `{{</* name */>}}` for a shortcode that is to be shown.
  if (/^\s*\/\*/.test(inner)) return codeSpan(matched.replace(/\/\*|\*\//g, ''));
  const tag = tagOf(inner.replace(/\/\s*$/, ''));
  return body !== undefined && tag.name === 'highlight' ? code(tag.rest, body) : tagAsMarkdown(tag);
}

/** The output of an expression (`{{ … }}`): a literal as it is, an address of the site as nothing, others as code. */
export function output(matched: string): string {
  const inner = matched.slice(2, -2).trim();
  const literal = /^(?:"([^"]*)"|'([^']*)')\s*(?:\||$)/.exec(inner);
  if (literal) return literal[1] ?? literal[2] ?? '';
  return /^-?\s*(?:site|page)\.(?:base)?url\b/i.test(inner) ? '' : codeSpan(matched);
}

function tagOf(inner: string): Tag {
  const [, name = '', rest = ''] = /^\s*([\w./-]+)([\s\S]*)$/.exec(inner) ?? [];
  return { name: name.toLowerCase(), rest };
}

const ADDRESSES: Readonly<Record<string, (name: string) => string>> = {
  youtube: (name) => `https://www.youtube.com/watch?v=${name}`,
  vimeo: (name) => `https://vimeo.com/${name}`,
  gist: (name) => `https://gist.github.com/${name}`,
};

/** Arguments that hold the text of a shortcode. */
const TEXTS = ['caption', 'alt', 'title', 'text', 'label'];

function tagAsMarkdown({ name, rest }: Tag): string {
  const first = /^\s*["']?([^\s"'=]+)["']?(?=\s|$)(?!\s*=)/.exec(rest)?.[1];
  if (['link', 'ref', 'relref'].includes(name)) return first ?? '';
  if (name === 'post_url') return first ? `${first}.md` : '';
  const address = ADDRESSES[name.replace(/^.*\//, '')];
  const id = value(rest, 'id') ?? first;
  if (address && id)
    return `<${address(name === 'gist' ? rest.trim().split(/\s+/).slice(0, 2).join('/') : id)}>`;
  const text =
    (name === 'figure' ? ['alt', ...TEXTS] : TEXTS).map((key) => value(rest, key)).find(Boolean) ?? '';
  const source = ['src', 'url', 'image', 'image_path', 'link', 'href']
    .map((key) => value(rest, key))
    .find(Boolean);
  if (!source) return text || labelOf({ name, rest });
  const isImage =
    /fig|img|image|picture|photo/.test(name + rest.split('=')[0]) ||
    /\.(?:png|jpe?g|gif|svg|webp|avif)\b/i.test(source);
  const link = `${isImage ? '!' : ''}[${text.replace(/[[\]]/g, '\\$&')}](<${source.replace(/[<>\n]/g, '')}>)`;
  return name === 'figure' ? [link, ...legendOf(rest, text)].join(' ') : link;
}

/** What is below the picture of Hugo's `figure`, except for `shown`: its title, its caption and who made it. */
function legendOf(rest: string, shown: string): readonly string[] {
  const [title, caption, author] = ['title', 'caption', 'attr'].map((key) => value(rest, key) ?? '');
  const address = value(rest, 'attrlink');
  const credit = author && address ? `[${author}](<${address.replace(/[<>\n]/g, '')}>)` : author!;
  return [title === shown ? '' : title && `**${title}**`, caption === shown ? '' : caption!, credit].filter(
    (text): text is string => Boolean(text),
  );
}

/** Shortcodes whose first argument is a text that is shown even if it is a single word, such as the label of a tab. */
const LABELED =
  /^(?:tab|tabitem|expand|details|alert|notice|callout|admonition|step|card|badge|button|quote|blockquote|note|tip|info|hint|warning|danger|caution|important)$/;
/** Tags whose first argument is never shown: a condition, or the name of a file. */
const UNLABELED =
  /^(?:if|unless|elsif|case|when|for|assign|capture|include|include_relative|include_cached|partial|render|layout|extends|import|from|load|block|static|asset|url|highlight)$/;
/** Several words, and no address. */
const WORDS = /^[^\s/\\]+(?:\s+[^\s/\\]+)+$/;

function labelOf({ name, rest }: Tag): string {
  const [, double, single] = /^\s*(?:"([^"\n]*)"|'([^'\n]*)')/.exec(rest) ?? [];
  const label = double ?? single ?? '';
  const isShown =
    LABELED.test(name) || (!UNLABELED.test(name) && WORDS.test(label) && /\p{L}\s/u.test(label));
  return label !== '' && isShown ? `**${label}** ` : '';
}

/** The value of an argument, `key="value"` or `key=value`. */
function value(rest: string, key: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${key}\\s*[=:]\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`).exec(rest);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}

function code(language: string, body: string): string {
  if (!body.includes('\n')) return codeSpan(body);
  return fenced(/[\w+#-]+/.exec(language)?.[0] ?? '', body);
}

/** A fenced block of code with any content. The closing fence is indented like the closing tag, as in a quotation. */
export function fenced(language: string, body: string): string {
  const [, lines = '', indent = ''] = /^(?:[ \t]*\n)?([\s\S]*?)(?:\n([ \t>]*))?$/.exec(body) ?? [];
  let fence = '```';
  while (lines.includes(fence)) fence += '`';
  return `${fence}${language}\n${lines}\n${indent}${fence}`;
}

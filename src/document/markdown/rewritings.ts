/**
 * A text as code, in HTML that Markdown reads too. Within a block of HTML, where Markdown is not read, backticks would
 * show.
 */
export const codeSpan = (text: string): string => `<code>${withReferences(text)}</code>`;

/** A text whose signs are character references, so that none is markup. */
export const withReferences = (text: string): string =>
  text.replace(/[^\p{L}\p{N}\s]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** HTML for an edit in CriticMarkup: an insertion, deletion, substitution or highlight; a comment is dropped. */
export function edited(matched: string): string {
  const inner = matched.slice(3, -3);
  if (matched[1] === '>') return '';
  if (matched[1] === '~') {
    const [before, after] = inner.split('~>');
    return `<del>${before}</del><ins>${after}</ins>`;
  }
  const name = matched[1] === '+' ? 'ins' : matched[1] === '-' ? 'del' : 'mark';
  return `<${name}>${inner}</${name}>`;
}

/** Keys pressed together, as pymdownx writes them. */
export const keys = (matched: string): string =>
  matched
    .slice(2, -2)
    .split('+')
    .map((key) => `<kbd>${key.charAt(0).toUpperCase()}${key.slice(1)}</kbd>`)
    .join('+');

/** Roles of MyST whose text is set as text, not as code. */
const PROSE = /^(?:ref|doc|term|any|numref|abbr|emphasis|download|external)\b/;

/** A role of MyST, `{name}\`text <target>\``: its text, as code where it names some. */
export function role(matched: string): string {
  const [, name = '', text = ''] = /^\{((?:(?!\}`).)*)\}`(.*)`$/s.exec(matched) ?? [];
  const target = /<([^<>]*)>$/.exec(text)?.[1] ?? '';
  // The number that Sphinx puts in place of `%s` is not known.
  const shown = text
    .replace(/(?<=\S) *<[^<>]*>$/, '')
    .replace(/^[~!](?=\w)/, '')
    .replace('%s', target);
  if (name === 'sub' || name === 'sup') return `<${name}>${shown}</${name}>`;
  if (name === 'pep' || name === 'rfc') return `${name.toUpperCase()} ${shown}`;
  if (name === 'menuselection') return shown.replace(/(?<! ) *--> */g, ' ‣ ');
  // `&` marks the letter of a key, braces what is to be replaced.
  if (name === 'guilabel') return shown.replace(/&(?=\w)/g, '');
  if (name === 'samp') return codeSpan(shown.replace(/[{}]/g, ''));
  return PROSE.test(name) ? shown : codeSpan(shown);
}

/** A formula between dollar signs as code. What is not plainly one keeps its signs: prices, variables of a shell. */
export function formula(matched: string): string {
  const inner = matched.replace(/^\$+|\$+$/g, '').trim();
  return isFormula(inner) ? codeSpan(inner) : matched;
}

const isFormula = (text: string): boolean =>
  !/\]\(|`/.test(text) && (/[\\^]|_[{\w]/.test(text) || (isPlainFormula(text) && !/\p{L}{3}/u.test(text)));

/** Letters, digits and operators, with a letter that stands alone; words have three letters in a row. */
const isPlainFormula = (text: string): boolean =>
  /^(?=.*(?<!\p{L})\p{L}(?!\p{L}))[\p{L}\d\s+\-*/=<>≤≥≠±×·()[\],.'′|!:]+$/u.test(text);

/** A formula that stands by itself, as a block of code. */
export const displayed = (inner: string): string =>
  `<pre>${inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;

/** A link around blocks, whose first one, perhaps a picture, may stand behind the bracket: that becomes the link. */
export function clipping(matched: string): string {
  const closing = matched.lastIndexOf('](');
  const inside = matched.slice(1, closing).replace(/^[ \t]+/, '');
  const target = matched
    .slice(closing + 2)
    .trimEnd()
    .slice(0, -1);
  const blocks = inside.replace(/^(?:[ \t>]*\n)+/, '');
  const end = /\n[ \t>]*\n/.exec(blocks)?.index ?? blocks.length;
  const [first, rest] = [blocks.slice(0, end).trimEnd(), blocks.slice(end)];
  const [, mark = '', text = ''] = /^[ \t>]*(#{1,6}[ \t]+)?([\s\S]*)$/.exec(first) ?? [];
  return `${mark}[${text}](${target})${rest.trimEnd()}`;
}

import { hasWord } from './plain/letters.ts';

/** Placeholders and comments of template languages: Liquid, Jinja, Handlebars, ERB, Pandoc, shells, JSX. */
const PLACEHOLDER = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|<!--.*?-->|\$\{.*?\}|\$[\w.]+\$|\{[\w$]+(?:\.[\w$]+)*\}/g;
/** Names in templates for what differs from page to page. */
const OF_PAGE = /^(?!<!--).*(?:title|date|name|front_?matter)\b/i;

/** UTF-16 units of a text that are examined. */
const SAMPLE = 300;

/**
 * True if a text consists of placeholders such as `{{title}}`, which the program that makes a page replaces, or begins with
 * one of the page's own data (`{{title}} of the day`).
 */
export function isPlaceholder(text: string): boolean {
  const start = text.slice(0, SAMPLE);
  const [first] = start.match(PLACEHOLDER) ?? [];
  if (first === undefined) return false;
  return !hasWord(start.replace(PLACEHOLDER, '')) || (start.startsWith(first) && OF_PAGE.test(first));
}

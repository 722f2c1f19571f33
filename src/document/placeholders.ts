import { hasWord } from './plain/letters.ts';

/** Placeholders and comments of template languages: Liquid, Jinja, Handlebars, ERB, Pandoc, shells. */
const PLACEHOLDER = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|<!--.*?-->|\$\{.*?\}|\$[\w.]+\$/g;

/** UTF-16 units of a text that are examined. */
const SAMPLE = 300;

/** Whether a text consists of placeholders such as `{{title}}`, which the program that makes a page replaces. */
export function isPlaceholder(text: string): boolean {
  const start = text.slice(0, SAMPLE);
  const rest = start.replace(PLACEHOLDER, '');
  return rest.length < start.length && !hasWord(rest);
}

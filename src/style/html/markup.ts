const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in which nothing is markup, neither between tags nor in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** The text of an attribute for an address that a page may lead to; undefined for any but http, https and mailto. */
export const safeHref = (href: string): string | undefined =>
  /^(?:https?:\/\/|mailto:)/i.test(href) ? escapeHtml(href) : undefined;

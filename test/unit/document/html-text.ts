/** The visible text of HTML from a Markdown renderer: a test oracle that shares no code with the program. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<!---?>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Z][^>]*>/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(
      /<img\b[^>]*?>/g,
      (tag) => attributeOf(tag, 'alt') || attributeOf(tag, 'title') || fileName(attributeOf(tag, 'src')),
    )
    .replace(/<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&amp;/g, '&');
}

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const fileName = (href: string): string => decodeURI(href.replace(/^.*\//, ''));

/** A text without blanks, for comparisons that ignore the layout of lines and blocks. */
export const withoutBlanks = (text: string): string => text.replace(/[\s\u200b]+/g, '');

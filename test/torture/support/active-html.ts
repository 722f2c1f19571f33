import { elementsIn } from '../../../src/document/html/tree.ts';
import { parseMarkup } from '../../../src/library/packed/xml.ts';

/** The elements that a page of `show --format html` may have, and the attributes of all of them. */
const ELEMENTS =
  /^(?:html|head|body|title|meta|style|article|section|aside|div|p|h[1-6]|a|em|strong|i|b|u|s|del|ins|mark|sub|sup|code|kbd|pre|span|br|hr|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|blockquote|q|cite|small)$/;
const ATTRIBUTES = /^(?:id|class|lang|href|rel|role|start|value|dir|aria-[a-z]+|title|colspan|rowspan)$/;
const HREF = /^(?:https?:|mailto:|#)/;

/** The first part of a page that could run code, or load or send data; undefined if there is none. */
export function activeIn(page: string): string | undefined {
  const elements = elementsIn(parseMarkup(page));
  if (page.split('<style>').length > 2) return 'has a second style sheet';
  for (const { name, attribs } of elements) {
    if (!ELEMENTS.test(name)) return `has the element ${name}`;
    if (name === 'meta') continue;
    for (const [key, value] of Object.entries(attribs))
      if (!ATTRIBUTES.test(key) || (key === 'href' && !HREF.test(value)))
        return `has the attribute ${key}=${JSON.stringify(value)}`;
  }
  return undefined;
}

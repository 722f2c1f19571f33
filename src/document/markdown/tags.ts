import type { Style } from '../document.ts';
import { BOLD, CODE, ITALIC, KBD, MARK, STRIKE, UNDERLINE } from '../writer/styles.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** HTML elements that style their text. */
export const STYLED: ReadonlyMap<string, Style> = new Map([
  ...['b', 'strong'].map((name) => [name, BOLD] as const),
  ...['em', 'i', 'cite', 'dfn', 'var'].map((name) => [name, ITALIC] as const),
  ...['u', 'ins'].map((name) => [name, UNDERLINE] as const),
  ...['del', 's', 'strike'].map((name) => [name, STRIKE] as const),
  ...['code', 'tt', 'samp'].map((name) => [name, CODE] as const),
  ['kbd', KBD],
  ['mark', MARK],
]);

/** Elements whose text is not for reading. */
export const HIDDEN = words('script style template svg head title select object canvas');

/** Elements without content. */
export const VOID = words('br hr wbr img input source track area base col embed link meta param');

/** Elements that show something from elsewhere. */
export const MEDIA = words('img image iframe video audio embed');

export const LISTS = words('ul ol menu dl');
export const ITEMS = words('li dt dd');
export const CELLS = words('td th caption');

/** Elements that hold blocks in a way of their own. */
export const CONTAINERS = words('ul ol menu dl li dt dd td th caption tr table blockquote');

const BLOCKS = words(
  'address article aside body center details dialog dir div fieldset figcaption figure footer form frameset h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr html legend listing main menu nav noframes optgroup option p pre search section summary ' +
    'tbody tfoot thead xmp',
);

/** Whether an element stands apart from the text around it. */
export const isBlock = (name: string): boolean => BLOCKS.has(name) || CONTAINERS.has(name);

/** Elements of HTML that are in none of the sets above, old ones too. */
const OTHERS = words(
  'a abbr acronym applet b basefont bdi bdo bgsound big blink button cite code data datalist del dfn em font frame i ' +
    'ins kbd keygen label map mark marquee math meter nobr noembed noscript output picture plaintext progress q rb rp rt ' +
    'rtc ruby s samp slot small span strike strong sub sup time tt u var',
);

/** Whether HTML knows an element of that name. */
export const isElement = (name: string): boolean =>
  OTHERS.has(name) ||
  isBlock(name) ||
  VOID.has(name) ||
  HIDDEN.has(name) ||
  MEDIA.has(name) ||
  name === 'textarea';

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

/** True for an element of block level. */
export const isBlock = (name: string): boolean => BLOCKS.has(name) || CONTAINERS.has(name);

/** Elements of HTML that are in none of the sets above. */
const OTHERS = words(
  'a abbr acronym audio b bdi bdo big button cite code data datalist del dfn em font i iframe ins kbd label map mark ' +
    'math meter noscript output picture progress q rb rp rt rtc ruby s samp slot small span strike strong sub sup ' +
    'textarea time tt u var video acronym applet basefont blink marquee nobr noembed',
);
/** Elements of MathML, which HTML holds. */
const MATH = words(
  'annotation annotation-xml maction math menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded ' +
    'mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);
/** Obsolete elements of the sets above: in a text, their names are more likely words between angle brackets. */
const OBSOLETE = words('dir image listing frameset noframes param xmp');

const isElement = (name: string): boolean =>
  !OBSOLETE.has(name) &&
  (OTHERS.has(name) || isBlock(name) || VOID.has(name) || HIDDEN.has(name) || MATH.has(name));

/** Whether an opening tag is text unless something closes it: `<your name>`, or an `<img>` without attributes. */
export function isPlaceholder(name: string, source: string): boolean {
  if (source.includes('=')) return false;
  return !isElement(name) || (VOID.has(name) && !BREAKS.has(name));
}

const BREAKS = words('br hr wbr');

/** Whether an element of that name is none of HTML, so that nothing is known of it. */
export const isUnknown = (name: string): boolean => !isElement(name) && !OBSOLETE.has(name);

/** True if a tag is that of a component of a site, as JSX writes it: a name of HTML may be all capitals. */
export const isComponent = (source: string): boolean => /^<\/?[A-Z][\w.]*[a-z]/.test(source);

/**
 * True if a tag is text even if its element is closed, as no word may be lost: `<IfModule php_module>`, `<price>`. It is
 * markup in elements of HTML, custom elements (`<my-tab>`), and components, whose attributes have values.
 */
export const isForeign = (name: string, source: string): boolean =>
  isUnknown(name) &&
  !QUALIFIED.test(name) &&
  !VALUE.test(source) &&
  !(isComponent(source) && BARE.test(source));

/** A name with a hyphen, or with a namespace. */
const QUALIFIED = /[-:.]/;
const VALUE = /[={]/;
const BARE = /^<[^\s>]+\s*\/?>$/;

import {
  type Element,
  elementsIn,
  findElement,
  findNamed,
  isTag,
  isText,
  lineOf,
  nodesIn,
  type ParentNode,
} from './tree.ts';

/** What a page says of its title elsewhere than in `title`. */
interface Named {
  /** The title of the article in its metadata. */
  readonly named: string | undefined;
  /** The name of the site. */
  readonly site: string | undefined;
}

/** UTF-16 units of the longest title that is looked at. */
const MAX_LENGTH = 1000;

/** Signs between the parts of a title: the article, the part of the site, the site. */
const SEPARATOR = / [|·•»«/\\—–›>-] | ?:: ?/;

/** The title of a page: a heading that its `title` repeats, else what its metadata says, else the `title` without the site. */
export function titleOfPage(root: ParentNode, { named: written, site }: Named): string | undefined {
  const named = written?.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim();
  const element = findNamed(findNamed(root, 'head') ?? root, 'title');
  const title = element ? lineOf(element).slice(0, MAX_LENGTH) : '';
  const headings = headingsIn(root);
  const [heading] = headings.filter((each) => isPart(each, title) || isPart(each, named ?? ''));
  // Many sites have their own name in a heading, too.
  const ofSite = [site ?? '', title.split(SEPARATOR).slice(1).at(-1) ?? ''].map(folded);
  const own = heading === undefined || ofSite.includes(folded(heading)) ? undefined : heading;
  return own ?? ((named ? withoutSite(named, site) : withoutSite(title, site)) || headings[0]);
}

/** Headings that are looked at. */
const MAX_HEADINGS = 20;

/** The texts of the headings of the highest level, those in the article first. */
function headingsIn(root: ParentNode): readonly string[] {
  const inside = findElement(root, ({ name }) => name === 'article') ?? findNamed(root, 'main');
  const all = [...(inside ? elementsIn(inside) : []), ...elementsIn(root)];
  const headings = all.filter(({ name }) => name === 'h1').slice(0, MAX_HEADINGS);
  return headings.map(textOfHeading).filter((text) => text !== '');
}

/** The text of a heading, without the links to itself and without notes. */
function textOfHeading(heading: Element): string {
  let text = '';
  for (const node of nodesIn(heading, ({ name }) => name !== 'sup' && name !== 'button'))
    if (isText(node)) text += node.data;
    else if (isTag(node) && node.name === 'br') text += ' ';
  return text
    .replace(/[¶#§\uf0c1]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True if a text is in another, whatever the signs and spaces. */
const isPart = (part: string, whole: string): boolean =>
  folded(part) !== '' && ` ${folded(whole)} `.includes(` ${folded(part)} `);

/** A title without the name of the site at its end or its beginning. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (site !== undefined && folded(first) === folded(site))
    return title.slice(title.indexOf(parts[1]!)).trim();
  const isSite = site === undefined ? first.split(' ').length > 1 : folded(last) === folded(site);
  return isSite
    ? title.slice(0, title.lastIndexOf(last)).replace(/(?<![ |·•»«/\\—–›>:-])[ |·•»«/\\—–›>:-]+$/, '')
    : title;
}

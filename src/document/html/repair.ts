import { codeText, isLineNumber, languageIn } from './code-text.ts';
import {
  attribute,
  childrenOf,
  classesOf,
  type Element,
  edit,
  elementOf,
  elementsIn,
  findElement,
  findNamed,
  isTag,
  isText,
  lineOf,
  type Node,
  type ParentNode,
  textNode,
  type Verdict,
} from './tree.ts';

/** Makes the titles headings that Doxygen writes as `<div class="headertitle"><div class="title">`. */
export function markTitles(root: ParentNode): void {
  for (const element of elementsIn(root)) {
    if (element.name !== 'div' || !classesOf(element).includes(' headertitle ')) continue;
    const title = element.children.find((child) => isTag(child) && / title /.test(classesOf(child)));
    if (title && isTag(title)) title.name = 'h1';
  }
}

/** Puts the section on the name of a command first in the text, where Asciidoctor has it in the header of a manual page. */
export function moveNameSection(root: ParentNode): void {
  const page = findElement(root, ({ name, attribs }) => name === 'body' && attribs.class === 'manpage');
  const header = page && findElement(page, ({ attribs }) => attribs.id === 'header');
  const content = page && findElement(page, ({ attribs }) => attribs.id === 'content');
  const start = header?.children.findIndex((child) => isTag(child) && child.name === 'h2') ?? -1;
  if (!header || !content || start < 0) return;
  const section = elementOf('div', {}, header.children.splice(start));
  section.parent = content;
  content.children.unshift(section);
}

/** Removes the authors and the date below the title of a page by pandoc, which its metadata repeats. */
export function removeByline(root: ParentNode): void {
  const isNamed = (node: Node, names: RegExp): boolean => isTag(node) && names.test(classesOf(node));
  const header = findElement(
    root,
    ({ attribs, children }) =>
      /^(?:title-block-)?header$/.test(attribs.id ?? '') &&
      children.some((child) => isNamed(child, / title /)),
  );
  if (header) header.children = header.children.filter((child) => !isNamed(child, / (?:author|date) /));
}

/** Elements that are not for reading, with all in them. Fields of forms are for writing. */
const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style noscript template link meta base title head select textarea datalist option button dialog canvas ' +
    'object applet noembed noframes frame frameset'
  ).split(' '),
);

/** Makes a page simpler where generators and browsers write the same in many ways, without a loss of text. */
export function repair(root: ParentNode): void {
  edit(root, repaired);
  for (const element of elementsIn(root)) {
    if (/^h[1-6]$|^dt$/.test(element.name)) editAnchors(element);
    else if (element.name === 'pre') replaceByCode(element);
  }
  edit(root, (element) => codeTable(element) ?? 'keep');
}

function repaired(element: Element): Verdict {
  const { name } = element;
  element.children = element.children.filter((child) => isTag(child) || isText(child));
  if (DROPPED.has(name) || isHidden(element)) return 'remove';
  if (name === 'input') return checkbox(element);
  if (name === 'svg') return picture(element);
  if (name === 'ruby') bracketReadings(element);
  if (name === 'aside' && isNote(element)) element.name = 'section';
  if (name === 'a' && isBlank(element)) element.name = 'span';
  return 'keep';
}

/** True if a link leads nowhere, or has nothing to show. */
const isBlank = (link: Element): boolean =>
  attribute(link, 'href') === undefined ||
  (lineOf(link) === '' && !findNamed(link, 'img', 'picture', 'video', 'audio', 'iframe', 'math'));

/** UTF-16 units of the longest text that is taken for a decoration because assistive technology skips it. */
const MAX_DECORATION = 500;

/** True if an element does not show. Panels of tabs do, when their tab is chosen. */
function isHidden(element: Element): boolean {
  const { attribs } = element;
  if (attribs.role === 'tabpanel') return false;
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style ?? '')) return true;
  if (attribs['aria-hidden'] !== 'true' || element.name === 'img') return false;
  // A dialog that is open hides the rest of its page.
  return lineOf(element).length <= MAX_DECORATION && !findNamed(element, 'pre', 'img', 'table');
}

const isNote = ({ attribs }: Element): boolean =>
  /note/i.test(`${attribs.role} ${attribs['epub:type']} ${attribs.class}`);

/** A box of a list of tasks as text; other fields go. */
function checkbox({ attribs }: Element): Verdict {
  if (attribs.type?.toLowerCase() !== 'checkbox') return 'remove';
  return [textNode(attribs.checked === undefined ? '[ ] ' : '[x] ')];
}

/** Puts the readings of signs into brackets, where a page leaves that to the browser. */
function bracketReadings(ruby: Element): void {
  const isReading = (node: Node): boolean => isTag(node) && node.name === 'rt';
  if (ruby.children.some((child) => isTag(child) && child.name === 'rp')) return;
  ruby.children = ruby.children.flatMap((child) =>
    isReading(child) ? [textNode('('), child, textNode(')')] : [child],
  ) as Element['children'];
}

/** A drawing as a picture with its name; most have none, and are icons. */
function picture(element: Element): Verdict {
  const title = childrenOf(element).find((child): child is Element => isTag(child) && child.name === 'title');
  const name = attribute(element, 'aria-label') ?? (title ? lineOf(title) : '');
  const isIcon = name === '' || attribute(element, 'role') === 'presentation';
  return isIcon ? 'remove' : [elementOf('img', { alt: name }, [])];
}

/** Classes of links from a heading to itself. */
const PERMALINK =
  / (?:headerlink|header-?anchor|heading-?anchor|anchor(?:-link|js-link)?|permalink|hash-?link|heading-?link|section-?link|self-?link|octicon-link|fn-?link|mw-editsection) /;
/** The text of such links, if it is not that of the heading. */
const PERMALINK_TEXT = /^(?:[¶#§🔗⚓∞☍†\s\p{Pd}]|\p{Co})*$/u;

/** Removes links from a heading to itself, and makes those around its text plain text. Their names stay. */
function editAnchors(heading: Element): void {
  edit(heading, (element) => {
    const { name, attribs } = element;
    if (name === 'span' && classesOf(element).includes(' mw-editsection ')) return 'remove';
    const href = name === 'a' ? attribs.href : undefined;
    if (href === undefined) return 'keep';
    const text = lineOf(element);
    const isSign = PERMALINK_TEXT.test(text) && !findNamed(element, 'img');
    const isBeside = text !== '' && text !== lineOf(heading) && PERMALINK.test(classesOf(element));
    if (isSign || isBeside) return named(element, []);
    if (href === `#${heading.attribs.id}` || href === `#${attribs.id}`)
      return named(element, childrenOf(element));
    return 'keep';
  });
}

/** What an element is replaced by: nodes, after an empty element that keeps its name. */
function named({ attribs }: Element, nodes: readonly Node[]): readonly Node[] {
  const id = attribs.id ?? attribs.name;
  return id ? [elementOf('span', { id }, []), ...nodes] : nodes;
}

/** Elements around a block of code that may name its language. */
const LEVELS = 8;

/** Makes preformatted text plain code, and its language its class, wherever that stands. */
function replaceByCode(pre: Element): void {
  const inside = childrenOf(pre).filter(isTag);
  const around: Element[] = [];
  let parent = pre.parent;
  for (let level = 0; level < LEVELS && parent && isTag(parent); level++, parent = parent.parent)
    if (/^(?:div|figure|td|code|section)$/.test(parent.name)) around.push(parent);
  const language = languageIn([...inside.slice(0, 1), pre, ...around]);
  const text = codeText(pre);
  pre.children = [textNode(text)];
  const { id } = pre.attribs;
  pre.attribs = { ...(id && { id }), ...(language && { class: `language-${language}` }) };
}

/** The code in a table that holds nothing else but numbers of lines; undefined for other tables. */
function codeTable(table: Element): readonly Node[] | undefined {
  if (table.name !== 'table') return undefined;
  const cells = elementsIn(table).filter(({ name }) => name === 'td' || name === 'th');
  const texts = cells.filter((cell) => lineOf(cell) !== '' && !isLineNumber(cell) && !isNumbers(cell));
  const [only] = texts;
  if (only === undefined || texts.length > 1 || texts.length === cells.length) return undefined;
  const code = findNamed(only, 'pre');
  return code && lineOf(code) === lineOf(only) ? [code] : undefined;
}

/** True if a cell only counts lines: 1, 2, 3. */
function isNumbers(cell: Element): boolean {
  const numbers = codeText(cell).trim().split(/\s+/);
  return numbers.every((number, index) => number === String(Number(numbers[0]) + index));
}

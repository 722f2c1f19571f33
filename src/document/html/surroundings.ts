import { sizeOf } from './text-size.ts';
import { type Element, edit, elementsIn, findNamed, isTag, type ParentNode, rawText } from './tree.ts';

/** Roles of what is around the text of a page. */
const ROLES: ReadonlySet<string> = new Set(
  'navigation search menu menubar toolbar tablist dialog alertdialog contentinfo doc-toc doc-pagelist'.split(
    ' ',
  ),
);

/** Names, in classes and ids, of what leads from page to page; in documentation, too. */
const NAVIGATION = namesOf(
  'nav-?header|nav-?footer|docnav|navbar|nav-?panel|nav-?links?|navi(?:gation)?|(?:top|sub|bottom|fixed|skip)-?nav|[a-z]+-nav|prev-?next|pagination|pager|page-?nav(?:igation)?|' +
    'post-?navigation|breadcrumbs?|sphinxsidebar|related-pages|site-(?:header|footer|nav\\w*)|masthead|back-to-top|' +
    'skip-?(?:link|to-content|nav)|edit-?(?:page|this-page|link|on-github)|mw-editsection|headerlink',
);

/** Names of parts that are never the text of an article. */
const NEVER = namesOf(
  'comments?(?:-?(?:area|list|section|respond|form))?|disqus(?:_thread)?|respond|cookies?(?:-?\\w+)?|consent|gdpr|newsletter|' +
    'share|sharing|sharedaddy|addtoany|social(?:-?\\w+)?|related(?:-?\\w+)?|jp-relatedposts|recommend(?:ed|ations?)?|' +
    'you-may-like|read-?(?:more|next)|promo(?:tion)?s?|advert(?:s|isement|ising)?|sponsor(?:ed|s)?|outbrain|taboola|popup|' +
    'modal|screen-reader-(?:text|shortcut)|visually-hidden|sr-only|print-?only|no-?print|feedback|tags-links',
);

/** Names of parts that are text in some pages. */
const PERHAPS = namesOf(
  'sidebar\\w*|side-?bar|tagline|slogan|site-(?:title|description)|menu|nav\\w*|toc\\w*|table-of-contents|footer|header|top-?bar|toolbar|banner|widgets?|meta|tags?|' +
    'categor(?:y|ies)|links|subscribe|sign-?up|follow|byline|author-?(?:bio|box|info)|aside|teasers?|cards?|trending|popular|' +
    'most-read|ads?',
);

/** A pattern for one of some names among the words of a class or an id. */
function namesOf(names: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${names})(?=$|[\\s_-])`, 'i');
}

/** UTF-16 units up to which a form or a part with a doubtful name is none of the text. */
const SHORT_FORM = 600;
const SHORT_PART = 200;
/** The share of a page that no part around its text has. */
const MAX_SHARE = 0.4;
/** The share of links in the text of a part that leads to other pages. */
const MANY_LINKS = 0.5;

/** Elements that are parts of a text, whatever their names. */
const TEXT = /^(?:p|pre|code|h[1-6]|li|dt|dd|a|td|th|tr|tbody|body|main|article|html|sup|sub|em|strong|b|i)$/;

/**
 * Removes what is around the text: navigation, forms, comments, links to other articles, notices.
 *
 * @param isDocumentation  whether names are those of things that the text is about, except for what leads to other pages
 */
export function removeSurroundings(root: ParentNode, isDocumentation: boolean): void {
  const { text: whole } = sizeOf(root);
  removeMenus(root);
  edit(root, (element) => (isAround(element, whole, isDocumentation) ? 'remove' : 'keep'));
}

/** Removes lists of links to other pages that come before the first heading of the page, whatever their names. */
function removeMenus(root: ParentNode): void {
  let around = root;
  for (const element of pathTo(root, 'h1')) {
    const before = around.children.indexOf(element);
    const kept = around.children.filter((child, index) => index >= before || !isTag(child) || !isMenu(child));
    around.children = kept as ParentNode['children'];
    around = element;
  }
}

/** The elements from below `root` down to the first with a name, which is the last of them; none if there is none. */
function pathTo(root: ParentNode, name: string): readonly Element[] {
  const found = findNamed(root, name);
  const path: Element[] = [];
  const visit = (node: ParentNode): boolean =>
    node.children.some((child) => {
      if (!isTag(child) || (child !== found && !visit(child))) return false;
      path.unshift(child);
      return true;
    });
  if (found) visit(root);
  return path;
}

/** Units of text, or number of links, from which a list of links is a menu. */
const LONG_MENU = 100;
const SEVERAL_LINKS = 3;

function isMenu(element: Element): boolean {
  const { text, links } = sizeOf(element);
  const isLong = text > LONG_MENU || elementsIn(element).filter(isLink).length >= SEVERAL_LINKS;
  return isLong && links > text * 0.8;
}

const isLink = ({ name }: Element): boolean => name === 'a';

/** Links to the pages before and after, by their `rel` or by their class. */
const STEP_REL = /(?:^|\s)(?:next|prev(?:ious)?|up)(?:\s|$)/i;
const STEP_CLASS = /(?:^|\s)(?:prev(?:ious)?|next|toc)[_-]page(?:\s|$)/i;
/** UTF-16 units of the words between such links: `Next:`, `Previous:`, `Up:`. */
const SHORT_WORDS = 60;

const isStep = ({ name, attribs }: Element): boolean =>
  name === 'a' && (STEP_REL.test(attribs.rel ?? '') || STEP_CLASS.test(attribs.class ?? ''));

/** True if an element holds links to the pages before and after, and hardly anything else. */
function hasSteps(element: Element): boolean {
  if (!element.children.some((child) => isTag(child) && isStep(child))) return false;
  const between = element.children.reduce(
    (sum, child) => sum + (isTag(child) && child.name === 'a' ? 0 : sizeOf(child).text),
    0,
  );
  return between <= SHORT_WORDS;
}

/** UTF-16 units of an aside that only labels something, such as a panel that opens. */
const LABEL = 30;

/** True for the footer of a quotation, which says whose it is. */
const isSourceOfQuotation = ({ name, parent }: Element): boolean =>
  name === 'footer' && parent !== null && isTag(parent) && parent.name === 'blockquote';

function isAround(element: Element, whole: number, isDocumentation: boolean): boolean {
  const { name, attribs } = element;
  if (hasSteps(element) || STEP_CLASS.test(attribs.class ?? '')) return true;
  if (TEXT.test(name) || isSourceOfQuotation(element)) return false;
  if (name === 'nav' || ROLES.has(attribs.role ?? '')) return true;
  const names = namesIn(element);
  const isPart = NAVIGATION.test(names) || (!isDocumentation && NEVER.test(names));
  const isDoubtful = !isPart && PERHAPS.test(names);
  if (!isPart && !isDoubtful && !/^(?:aside|form|footer)$/.test(name)) return false;
  const size = sizeOf(element);
  if (size.text > whole * MAX_SHARE || findNamed(element, 'pre', 'h1')) return false;
  if (isPart || name === 'footer') return true;
  if (name === 'form') return size.text < SHORT_FORM;
  if (size.links > size.text * MANY_LINKS || (name === 'aside' && size.text < LABEL)) return true;
  return isDoubtful && size.text < SHORT_PART && !findNamed(element, 'p', 'img', 'table', 'dl');
}

/** The class of an element, and its id if that is short and not made of the words of its heading. */
function namesIn(element: Element): string {
  const { class: classes = '', id = '' } = element.attribs;
  if (id === '' || id.split(/[\s_-]/).length > 2) return classes;
  const heading = findNamed(element, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  const title = heading ? rawText(heading).toLowerCase() : '';
  const isOfHeading = id.split(/[\s_-]/).every((word) => title.includes(word.toLowerCase()));
  return isOfHeading ? classes : `${classes} ${id}`;
}

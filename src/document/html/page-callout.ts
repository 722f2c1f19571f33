import { isCallout } from '../callout-kinds.ts';
import { childrenOf, classesOf, type Element, isTag } from './tree.ts';

/** A block that stands out from the text: a note, a tip, a warning. */
export interface PageCallout {
  /** In lower case. */
  readonly kind: string;
  /** The element that holds its title, somewhere in the block. */
  readonly title: Element | undefined;
}

/** Classes of such blocks in generators of sites: docutils and MkDocs, Asciidoctor, GitHub, VitePress, Docusaurus, MDN. */
const CALLOUT =
  / (?:admonition|admonitionblock|markdown-alert|custom-block|alert|callout|theme-admonition|notecard) /;
/** Classes of their titles. */
const TITLE =
  / (?:admonition-title|markdown-alert-title|custom-block-title|callout-title|admonition-heading|title) |admonitionHeading/;
/** Classes of DocBook and Yelp, which mean a callout if there is a title. */
const BARE = / (?:note|tip|warning|caution|important) /;
/** Elements around a title at most: Asciidoctor makes tables of callouts. */
const LEVELS = 6;
/** Kinds in classes of generators that have other names for ours. */
const KINDS: Readonly<Record<string, string>> = { primary: 'note', secondary: 'note', success: 'tip' };

/** The callout that an element is, by its classes; undefined if it is none. */
export function calloutOf(element: Element): PageCallout | undefined {
  if (!/^(?:div|aside|section|blockquote|details)$/.test(element.name)) return undefined;
  const classes = classesOf(element);
  const names = classes.trim().split(/[\s_-]+/);
  const kind = names.map((name) => KINDS[name] ?? name.toLowerCase()).findLast((name) => isCallout(name));
  if (kind === undefined) return undefined;
  const title = titleIn(element);
  const isMarked = CALLOUT.test(classes) || (BARE.test(classes) && title !== undefined);
  return isMarked ? { kind, title } : undefined;
}

/** The first of the first elements of a callout, if it is a title. */
function titleIn(callout: Element): Element | undefined {
  for (let element = firstElement(callout), level = 0; element && level < LEVELS; level++) {
    if (TITLE.test(classesOf(element)) || /^h[1-6]$/.test(element.name)) return element;
    element = firstElement(element);
  }
  return undefined;
}

const firstElement = (element: Element): Element | undefined => childrenOf(element).find(isTag);

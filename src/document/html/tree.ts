import { type AnyNode, Element, isTag, isText, type ParentNode, Text } from 'domhandler';

/**
 * Functions on trees of elements, as parse5 makes them. They read and write `children` only: `parent`, `prev` and `next` are
 * as they were when the tree was parsed.
 */
export type Node = AnyNode;
export type { Element, ParentNode };
export { isTag, isText };

/** The children of a node; none of one that cannot have any. */
export const childrenOf = (node: Node): readonly Node[] => ('children' in node ? node.children : []);

/** An attribute of an element; undefined if it is absent. */
export const attribute = (element: Element, name: string): string | undefined => element.attribs[name];

/** The class names of an element, with a space before and after each; a space without any. */
export const classesOf = (element: Element): string => ` ${element.attribs.class ?? ''} `;

/**
 * All nodes below `root`, in document order; without recursion, as trees may be deep. An element that `enters` refuses is
 * visited, but nothing in it.
 */
export function nodesIn(root: Node, enters: (element: Element) => boolean = () => true): readonly Node[] {
  const nodes: Node[] = [];
  const pending: Node[] = [];
  addReversed(pending, root);
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    if (!isTag(node) || enters(node)) addReversed(pending, node);
  }
  return nodes;
}

function addReversed(pending: Node[], node: Node): void {
  const children = childrenOf(node);
  for (let index = children.length - 1; index >= 0; index--) pending.push(children[index]!);
}

/** All elements below `root`, in document order. */
export const elementsIn = (root: Node): readonly Element[] => nodesIn(root).filter(isTag);

/** The first element below `root` that passes; undefined if there is none. */
export function findElement(root: Node, passes: (element: Element) => boolean): Element | undefined {
  const pending: Node[] = [];
  addReversed(pending, root);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isTag(node) && passes(node)) return node;
    addReversed(pending, node);
  }
  return undefined;
}

/** The first element below `root` with one of these names. */
export const findNamed = (root: Node, ...names: readonly string[]): Element | undefined =>
  findElement(root, ({ name }) => names.includes(name));

/** All text below a node, as it stands: there is nothing between two blocks. */
export function rawText(node: Node): string {
  if (isText(node)) return node.data;
  let text = '';
  for (const each of nodesIn(node)) if (isText(each)) text += each.data;
  return text;
}

/** The text below a node on one line. */
export const lineOf = (node: Node): string => rawText(node).replace(/\s+/g, ' ').trim();

/** What becomes of an element: it stays as it is, goes with all in it, or leaves its children in its place. */
export type Verdict = 'keep' | 'remove' | 'unwrap' | readonly Node[];

/** Removes, unwraps or replaces elements below `root`, those in others first. */
export function edit(root: ParentNode, verdictOn: (element: Element) => Verdict): void {
  const visited: ParentNode[] = [root, ...elementsIn(root)];
  for (let index = visited.length - 1; index >= 0; index--) {
    const parent = visited[index]!;
    const children: Node[] = [];
    let isChanged = false;
    for (const child of parent.children) {
      const verdict = isTag(child) ? verdictOn(child) : 'keep';
      if (verdict === 'keep') children.push(child);
      else isChanged = true;
      if (verdict === 'unwrap') for (const each of childrenOf(child)) children.push(each);
      else if (typeof verdict !== 'string') for (const each of verdict) children.push(each);
    }
    if (isChanged) parent.children = children as ParentNode['children'];
  }
}

/** Removes elements that are deeper than `most` levels below `root`; their text and what else is in them stays. */
export function flatten(root: ParentNode, most: number): void {
  let level: ParentNode[] = [root];
  for (let depth = 0; depth < most && level.length > 0; depth++)
    level = level.flatMap((node) => node.children.filter(isTag));
  for (const element of level) if (element.children.some(isTag)) element.children = textsIn(element);
}

/** The texts below a node, however deep, in document order. */
function textsIn(root: Node): Text[] {
  const texts: Text[] = [];
  const pending = [...childrenOf(root)].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isText(node)) texts.push(node);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index]!);
  }
  return texts;
}

export const textNode = (text: string): Text => new Text(text);

export const elementOf = (name: string, attributes: Record<string, string>, children: Node[]): Element =>
  new Element(name, attributes, children as Element['children']);

import { attribute, elementsIn, type Node } from '../../../document/html/tree.ts';
import type { BookFiles } from './book-files.ts';

/** UTF-16 units of style sheets that are read. */
const MAX_STYLES = 500_000;

/** Rules for single classes: `.name { … }` and `span.name { … }`. */
const RULE = /(?<![^\s},/;])[a-z]*\.([\w-]+)\s*\{([^{}]*)\}/gi;
/** Declarations that make a text bold, italic, underlined or struck out. */
const DECLARATION = /(?:font-weight|font-style|text-decoration)\s*:\s*[^;]*/gi;

/** What classes mean for the style of a text, by their names. */
export type StyleRules = ReadonlyMap<string, string>;

/** Reads what the style sheets of a book say of classes; programs mark words by nothing else. */
export function readStyles(files: BookFiles, names: readonly string[]): StyleRules {
  const rules = new Map<string, string>();
  let room = MAX_STYLES;
  for (const name of names) {
    const css = files.text(name)?.slice(0, room) ?? '';
    room -= css.length;
    for (const [, className, block] of css.matchAll(RULE)) {
      const style = block!.match(DECLARATION)?.join(';');
      if (style) rules.set(className!, style);
    }
  }
  return rules;
}

/** Writes the styles of classes into the elements that have them. */
export function applyStyles(root: Node, rules: StyleRules): void {
  if (rules.size === 0) return;
  for (const element of elementsIn(root)) {
    const classes = attribute(element, 'class');
    if (!classes || !/^(?:span|a|em|i|b|font|small|strong|u|s|cite)$/.test(element.name)) continue;
    const styles = classes.split(/\s+/).flatMap((name) => rules.get(name) ?? []);
    if (styles.length > 0) element.attribs.style = [...styles, element.attribs.style ?? ''].join(';');
  }
}

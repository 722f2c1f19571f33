import { isBlock } from '../markdown/tags.ts';
import { classesOf, type Element, isTag, isText, type Node } from './tree.ts';

/** Classes of the numbers of lines, as highlighters write them. */
const LINE_NUMBER =
  / (?:line-?(?:no|nos|nums?|numbers?)|linenodiv|ln|lnt|gutter(?:-line)?|rouge-gutter|hljs-ln-numbers) /;
/** Classes of elements that are a line each. */
const LINE = / (?:line|token-line|code-line|view-line|cl|ec-line|react-code-line) /;

/** True if an element holds nothing but numbers of lines of code. */
export const isLineNumber = (element: Element): boolean =>
  LINE_NUMBER.test(classesOf(element)) && /^[\d\s]*$/.test(codeText(element));

/** The text of code, line by line, without the numbers of lines. */
export function codeText(root: Node): string {
  let text = '';
  /** True if the last line has ended, and its line end is not written yet. */
  let isEnded = false;
  const add = (more: string): void => {
    if (more === '') return;
    text += isEnded && !more.startsWith('\n') ? `\n${more}` : more;
    isEnded = false;
  };
  const addNode = (node: Node): void => {
    if (isText(node)) add(node.data);
    else if (isTag(node) && node.name === 'br') add('\n');
    else if (isTag(node) && HIDDEN.has(node.name)) return;
    else if (isTag(node) && node !== root && isLineNumber(node)) return;
    else if ('children' in node) {
      const isLine = isTag(node) && node !== root && (isBlock(node.name) || LINE.test(classesOf(node)));
      if (isLine && isEnded) add('\n');
      const from = text.length;
      if (isLine && text !== '' && !text.endsWith('\n') && isBlock(node.name)) isEnded = true;
      for (const child of node.children) addNode(child);
      if (isLine) isEnded = text.length === from || !text.endsWith('\n');
    }
  };
  addNode(root);
  return text;
}

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'button', 'noscript', 'svg']);

/** Classes in which highlighters and generators name a language, from the surest to the vaguest. */
const LANGUAGE_CLASSES = [
  / (?:lang(?:uage)?|highlight-source|highlight-text|brush)[-:] ?([\w+#-]+)/,
  / highlight-([\w+#-]+)/,
  / (?:sourceCode|src|hljs|highlight|programlisting|code|prettyprint|literal-block) (?:src-)?([a-z][\w+#-]*)/,
];
/** Words among classes that are no languages. */
const NO_LANGUAGE =
  /^(?:default|none|no-?highlight|notranslate|plain(?:text)?|text|numberLines|hljs|highlight|code|block|copy\w*|source-?code|sourceCode|line-numbers|linenums|screen|snippet|example(?:-bad|-good)?|prettyprinted?|pre|literal-block|notrans|language-\w+|code-\w+|programlisting|console-output|output|chroma|shiki|prism|rouge)$/i;

/** The language of code, by the classes and attributes of its elements, the innermost first; undefined if there is none. */
export function languageIn(elements: readonly Element[]): string | undefined {
  for (const element of elements) {
    const named = element.attribs['data-lang'] ?? element.attribs['data-language'];
    if (named && /^[\w+#-]+$/.test(named) && !NO_LANGUAGE.test(named)) return named.toLowerCase();
  }
  for (const pattern of LANGUAGE_CLASSES) {
    for (const element of elements) {
      const name = pattern.exec(classesOf(element))?.[1];
      if (name !== undefined && !NO_LANGUAGE.test(name)) return name.toLowerCase();
    }
  }
  return undefined;
}

import { Fences } from './fences.ts';
import { isComponent, isForeign, isUnknown } from './tags.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * True if a Markdown source is MDX, whatever its file's name: outside of code, it has a comment between braces, imports or
 * exports a component that it uses, or has several lines that only hold the tag of a component: CommonMark takes a single
 * element for HTML.
 */
export function isMdx(source: string): boolean {
  const sample = source.slice(0, SAMPLE);
  if (!isTriggered(sample, TRIGGERS)) return false;
  const fences = new Fences();
  const finder = new Finder(source);
  let before = '';
  const components = new Components(finder);
  let count = 0;
  for (let at = 0; at < sample.length; ) {
    const newline = sample.indexOf('\n', at);
    const end = newline < 0 ? sample.length : newline;
    const line = sample.slice(at, end);
    if (!fences.isCode(line)) {
      if (isSign(line, before, at, finder)) return true;
      if (components.has(line) && ++count === ENOUGH_COMPONENTS) return true;
    }
    before = line;
    at = end + 1;
  }
  return false;
}

/** UTF-16 units of a source that are searched. */
const SAMPLE = 100_000;
const TRIGGERS: readonly Trigger[] = [
  ['import ', /^import /m],
  ['export ', /^export /m],
  ['{/*', /^[ \t]*\{\/\*/m],
  ['<', /^[ \t]*<[A-Z][\w.]*[a-z]/m],
];
/** An opening and a closing tag, and the opening tag of another component. */
const ENOUGH_COMPONENTS = 3;
/** UTF-16 units of a comment or of a module's paragraph at most. */
const LONGEST = 5000;
/** Names that are looked for in a source, at most. */
const MOST_NAMES = 200;

/** Looks for texts in a source, each once and not too many, which keeps the time linear. */
class Finder {
  readonly source: string;
  readonly #found = new Map<string, boolean>();

  constructor(source: string) {
    this.source = source;
  }

  has(text: string): boolean {
    const known = this.#found.get(text);
    if (known !== undefined || this.#found.size >= MOST_NAMES) return known ?? false;
    const found = this.source.includes(text);
    this.#found.set(text, found);
    return found;
  }
}

/** Whether the line at offset `at` of a source, after the line `before`, is a comment of JSX or code of a module. */
function isSign(line: string, before: string, at: number, finder: Finder): boolean {
  const part = (): string => finder.source.slice(at, at + LONGEST);
  switch (/^[ \t]*(\{|import |export )/.exec(line)?.[1]) {
    case '{':
      return COMMENT.test(part());
    case 'import ':
    case 'export ':
      return before.trim() === '' && isModuleCode(part().split(/\n[ \t]*\n/, 1)[0]!, finder);
    default:
      return false;
  }
}

const COMMENT = /^[ \t]*\{\/\*(?:(?!\*\/)[\s\S])*\*\/\}[ \t]*(?:\n|$)/;
const TAG = /^[ \t]*(<(\/?)([A-Z][\w.]*)(?:(?:\s[^<>]*?)?(\/?)>|))[ \t]*$/;

/** Recognizes lines that only hold the tag of a component, or its beginning, where something closes it. */
class Components {
  readonly #finder: Finder;
  /** Names of elements that some tag shows to be no components. */
  readonly #foreign = new Set<string>();

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  /** True if `line` is the next of the source that holds such a tag. */
  has(line: string): boolean {
    const [, tag = '', slash = '', name = '', single = ''] = TAG.exec(line) ?? [];
    if (!isComponent(tag) || !isUnknown(name.toLowerCase())) return false;
    if (tag.endsWith('>') && isForeign(name.toLowerCase(), tag)) this.#foreign.add(name);
    return !this.#foreign.has(name) && (slash + single !== '' || this.#finder.has(`</${name}>`));
  }
}

const IMPORT = /^import\b([^'"]*)['"]([^'"\n]+)['"]/;

/** The names and the address of `import … from 'address'`; undefined for other paragraphs. */
function importOf(paragraph: string): { readonly names: string; readonly from: string } | undefined {
  const [whole, before = '', from = ''] = IMPORT.exec(paragraph) ?? [];
  const names = before.trim();
  if (whole === undefined || (names !== '' && !/[\s}]from$/.test(names))) return undefined;
  return { names: names.slice(0, -'from'.length), from };
}

/** True if a paragraph is code whose names the source uses, or imports something from a site generator. */
function isModuleCode(paragraph: string, finder: Finder): boolean {
  const imported = importOf(paragraph);
  if (imported && /^@(?:site|theme)\//.test(imported.from)) return true;
  const exported = /^export\s+(?:default\s+)?(?:const|let|function|class)\s+([\w$]+)/.exec(paragraph)?.[1];
  const names = (imported?.names ?? exported ?? '').match(/[\w$]+/g) ?? [];
  return names.some((name) => finder.has(`<${name}`) || finder.has(`{${name}`));
}

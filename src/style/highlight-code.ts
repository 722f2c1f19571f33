import { createContext, Script } from 'node:vm';
import type { Role, StyledText } from '../document/document.ts';
import languages from '../document/languages.json' with { type: 'json' };
import type { Highlighter } from '../text/line.ts';

/** Longer code is not colored, since it would take too long. */
const MOST_LINES = 1000;
const MOST_UNITS = 40_000;
/** Milliseconds after which coloring a piece of code is aborted, and aborts after which no code is colored any more. */
const TIME_LIMIT = 500;
const MOST_OVERRUNS = 3;
/** Colored pieces of code that are cached for a layout at another width. */
const MOST_CACHED = 64;

const CANONICAL = new Map(
  Object.entries(languages).flatMap(([name, aliases]) => [name, ...aliases].map((alias) => [alias, name])),
);

/** Classes of highlight.js by the role of their text. */
const CLASSES: readonly (readonly [role: Role | undefined, classes: string])[] = [
  ['code.keyword', 'keyword literal selector-tag deletion'],
  ['code.string', 'string regexp symbol addition link'],
  ['code.number', 'number bullet'],
  ['code.comment', 'comment doctag quote meta'],
  ['code.name', 'title section name builtin-name selector-id selector-class'],
  ['code.type', 'type built_in attr attribute variable template-variable'],
  [
    undefined,
    'default class code emphasis formula function meta-keyword meta-string params selector-attr selector-pseudo ' +
      'strong subst tag template-tag',
  ],
];

/**
 * Loads the highlighter of marked-terminal (with highlight.js, a large file, only needed for output in color). It leaves code
 * plain whose language it does not know, or that is too long or takes too long.
 */
export async function loadHighlighter(): Promise<Highlighter> {
  const { default: Renderer } = await import('marked-terminal');
  // Control characters mark the beginnings and ends of roles: cleaned code cannot contain any.
  const theme = Object.fromEntries(
    CLASSES.flatMap(([, classes], index) => {
      const open = OPEN + String.fromCharCode(FIRST_ROLE + index);
      return classes.split(' ').map((name) => [name, (text: string) => open + text + CLOSE] as const);
    }),
  );
  const renderer = new Renderer({ tab: 0, code: undefined }, { ignoreIllegals: true, theme });
  // Chalk switches colors off if the output is not a terminal, and the renderer needs them.
  renderer.o.strong.level = 1;
  const limited = withTimeLimit((code: string, language: string) => renderer.code(code, language));
  let overruns = 0;
  const warm = new Set<string>();
  const cached = new Map<string, readonly (readonly StyledText[])[]>();
  return (code, name) => {
    const language = CANONICAL.get(name.toLowerCase());
    if (language === undefined || overruns >= MOST_OVERRUNS || !isColorable(code, language)) return undefined;
    const key = `${language}\n${code}`;
    const known = cached.get(key);
    if (known !== undefined) return known;
    if (!warm.has(language)) {
      // Compiles the grammar outside the time limit, which could interrupt it half-way.
      renderer.code('a', language);
      warm.add(language);
    }
    const marked = limited(code, language);
    if (marked === undefined) {
      overruns++;
      return undefined;
    }
    const spans = spansOf(marked.slice(0, -2));
    if (cached.size >= MOST_CACHED) cached.delete(cached.keys().next().value!);
    cached.set(key, spans);
    return spans;
  };
}

const OPEN = '\x0e';
const CLOSE = '\x0f';
const FIRST_ROLE = 0x10;

/** Whether code is short enough, and without nested scripts, which take highlight.js exponential time. */
function isColorable(code: string, language: string): boolean {
  if (code.length > MOST_UNITS || code.split('\n', MOST_LINES + 1).length > MOST_LINES) return false;
  return language !== 'xml' || (code.match(/<(?:script|style)/gi)?.length ?? 0) <= 4;
}

/** Returns `run` with a time limit: undefined if it takes longer than `TIME_LIMIT`. */
function withTimeLimit(
  run: (code: string, language: string) => string,
): (code: string, language: string) => string | undefined {
  const call: { run: typeof run; code: string; language: string } = { run, code: '', language: '' };
  const context = createContext(call);
  const script = new Script('run(code, language)');
  return (code, language) => {
    Object.assign(call, { code, language });
    try {
      return script.runInContext(context, { timeout: TIME_LIMIT }) as string;
    } catch {
      return undefined;
    }
  };
}

/** The spans of each line of marked code. Of nested roles the innermost counts. */
function spansOf(marked: string): StyledText[][] {
  const lines: StyledText[][] = [[]];
  const open: (Role | undefined)[] = [];
  const add = (text: string): void => {
    if (text === '') return;
    const role = open.at(-1) ?? 'code';
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last?.style.role === role) line[line.length - 1] = { text: last.text + text, style: last.style };
    else line.push({ text, style: { role } });
  };
  let start = 0;
  for (let at = 0; at < marked.length; at++) {
    const character = marked[at]!;
    if (character !== OPEN && character !== CLOSE && character !== '\n') continue;
    add(marked.slice(start, at));
    if (character === '\n') lines.push([]);
    else if (character === CLOSE) open.pop();
    else {
      at++;
      open.push(CLASSES[marked.charCodeAt(at) - FIRST_ROLE]?.[0]);
    }
    start = at + 1;
  }
  add(marked.slice(start));
  return lines;
}

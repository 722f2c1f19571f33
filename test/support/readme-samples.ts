import { lexer, type Token } from 'marked';
import type { Found } from './format-samples.ts';
import type { Reading } from './format-score.ts';
import { filesIn, packages, textOf } from './installed-files.ts';

interface Readme {
  readonly path: string;
  readonly text: string;
  readonly tokens: ReturnType<typeof lexer>;
}

/** The READMEs of packages, with their tokens by marked, which knows nothing of our signs. */
const readmes = once((): Readme[] =>
  packages().flatMap((folder) =>
    [...filesIn(folder, /^readme\.(?:md|markdown)$/i, 0)].map((path) => {
      const text = textOf(path);
      return { path, text, tokens: lexer(text) };
    }),
  ),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The blocks of READMEs, each read as the marks in it require; those that may be read in two ways are left out. */
export function* readmeBlocks(): Generator<Found> {
  for (const { path, tokens } of readmes()) {
    let line = 1;
    const hasDefinitions = Object.keys(tokens.links).length > 0;
    for (const token of tokens) {
      const found = blockSample(token, hasDefinitions);
      if (found) yield { ...found, id: `${path}:${line}`, text: `${token.raw.trim()}\n` };
      line += token.raw.split('\n').length - 1;
    }
  }
}

function blockSample(token: Token, hasDefinitions: boolean): Pick<Found, 'kind' | 'reading'> | undefined {
  switch (token.type) {
    case 'table':
    case 'blockquote':
      return { kind: `block of Markdown: ${token.type}`, reading: 'markdown' };
    case 'heading':
      return token.raw.startsWith('#')
        ? { kind: 'block of Markdown: heading', reading: 'markdown' }
        : undefined;
    case 'code':
      return token.codeBlockStyle === 'indented'
        ? undefined
        : { kind: 'block of Markdown: fence', reading: 'markdown' };
    case 'html':
      return /^\s*<(?!!--)/.test(token.raw) ? { kind: 'block of HTML', reading: 'html' } : undefined;
    case 'list':
    case 'paragraph': {
      const types = inlineTypes(token);
      if (types.size === 1 && types.has('html') && /^<[\s\S]*>\s*$/.test(token.raw))
        return { kind: 'block of HTML', reading: 'html' };
      if (types.size === 0 && token.type === 'list') return undefined;
      if (types.size === 0) {
        // Marks whose definitions are elsewhere.
        const isPlain = !(hasDefinitions && /\]/.test(token.raw));
        return isPlain ? { kind: 'paragraph without marks', reading: 'text' } : undefined;
      }
      const kind = types.size > 1 ? 'several marks' : [...types][0]!;
      return { kind: `${token.type} of Markdown: ${kind}`, reading: 'markdown' };
    }
    default:
      return undefined;
  }
}

const MARKS = new Set(['strong', 'em', 'codespan', 'image', 'html', 'del', 'link', 'task']);

/** The kinds of marks in a token, those in its parts included. Bare addresses are no marks. */
function inlineTypes(token: Token, types = new Set<string>()): Set<string> {
  const isBare = token.type === 'link' && !token.raw.startsWith('[');
  if (MARKS.has(token.type) && !isBare) types.add(token.type);
  if ('task' in token && token.task === true) types.add('task');
  const parts = [
    ...('tokens' in token ? (token.tokens ?? []) : []),
    ...('items' in token ? token.items : []),
  ];
  for (const part of parts as Token[]) inlineTypes(part, types);
  return types;
}

/** Whole READMEs, and their first lines. */
export function* wholeReadmes(): Generator<Found> {
  for (const { path, text } of readmes()) {
    if (!/^#|\]\(|```/m.test(text)) continue;
    yield { id: path, kind: 'whole README', reading: 'markdown', text };
    const head = text.split('\n').slice(0, 25).join('\n');
    if (/^#|\]\(|```/m.test(head))
      yield { id: `${path}:1-25`, kind: 'beginning of a README', reading: 'markdown', text: `${head}\n` };
  }
}

/** The languages of fences that are samples. */
const FENCES: Readonly<Record<string, Reading>> = {
  ...Object.fromEntries(
    'js javascript jsx mjs ts typescript tsx json json5 jsonc yaml yml css scss diff python py rust go java c cpp toml ini sql'
      .split(' ')
      .map((language) => [language, 'code']),
  ),
  ...Object.fromEntries('sh bash shell console'.split(' ').map((language) => [language, 'code'])),
  html: 'html',
};

/** The content of fences of three lines and more, read as their language requires. */
export function* readmeFences(): Generator<Found> {
  for (const { path, tokens } of readmes()) {
    let line = 1;
    for (const token of tokens) {
      const reading = token.type === 'code' ? FENCES[token.lang ?? ''] : undefined;
      if (token.type === 'code' && reading && token.text.trim().split(/\n+/).length >= 3) {
        // A page is another matter, and scripts in it are code.
        const isHidden = /<(?:!doctype|html|script|style|template|svg)/i.test(token.text);
        const found: Reading = reading === 'html' && isHidden ? 'code' : reading;
        if (!/<!doctype html|<html/i.test(token.text))
          yield {
            id: `${path}:${line}`,
            kind: `fence: ${token.lang}`,
            reading: found,
            text: `${token.text}\n`,
          };
      }
      line += token.raw.split('\n').length - 1;
    }
  }
}

import { Fences } from './fences.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * Takes out of a source what MDX adds to Markdown and no one reads: paragraphs of `import` and `export` whose names are
 * used as components further on, comments between braces, and then lines that are nothing but a component's tag, so that
 * what stands between two of them is Markdown. Lines stay where they are.
 */
export function rewriteMdx(source: string): string {
  if (!isTriggered(source, TRIGGERS)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  let isMdx = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (fences.isCode(line)) continue;
    if (/^[ \t]*\{\/\*/.test(line)) {
      const end = commentEnd(lines, index);
      lines.fill('', index, end);
      index = Math.max(index, end - 1);
    } else if (/^(?:import|export)\b/.test(line) && (lines[index - 1] ?? '').trim() === '') {
      const end = paragraphEnd(lines, index);
      if (!isModuleCode(lines.slice(index, end).join('\n'), source)) continue;
      lines.fill('', index, end);
      isMdx = true;
    } else if (isMdx && COMPONENT.test(line)) lines[index] = titleOf(line);
  }
  return lines.join('\n');
}

const TRIGGERS: readonly Trigger[] = [
  ['import ', /^import /m],
  ['export ', /^export /m],
  ['{/*', /^[ \t]*\{\/\*/m],
];
/** Names of a paragraph that are looked for in the source. */
const MOST_NAMES = 100;
/** Lines of a comment at most. */
const LONGEST_COMMENT = 50;
const COMPONENT = /^\s*<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>\s*$/;

/** The line after the comment that begins at `start`, or that line where it does not end or something follows it. */
function commentEnd(lines: readonly string[], start: number): number {
  for (let index = start; index < Math.min(lines.length, start + LONGEST_COMMENT); index++)
    if (/\*\/\}/.test(lines[index]!)) return /\*\/\}[ \t]*$/.test(lines[index]!) ? index + 1 : start;
  return start;
}

function paragraphEnd(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]!.trim() !== '') end++;
  return end;
}

const IMPORT = /^import\b([^'"]*)['"]([^'"\n]+)['"]/;

/** What `import … from 'address'` names, and that address; undefined for other paragraphs. */
function importOf(paragraph: string): { readonly names: string; readonly from: string } | undefined {
  const [whole, before = '', from = ''] = IMPORT.exec(paragraph) ?? [];
  const names = before.trim();
  if (whole === undefined || (names !== '' && !/[\s}]from$/.test(names))) return undefined;
  return { names: names.slice(0, -'from'.length), from };
}

/** Whether a paragraph is code, and `source` uses what it names, or it takes something from a site's generator. */
function isModuleCode(paragraph: string, source: string): boolean {
  const imported = importOf(paragraph);
  if (imported && /^@(?:site|theme)\//.test(imported.from)) return true;
  const exported = /^export\s+(?:default\s+)?(?:const|let|function|class)\s+([\w$]+)/.exec(paragraph)?.[1];
  const names = (imported?.names ?? exported ?? '').match(/[\w$]+/g) ?? [];
  return names
    .slice(0, MOST_NAMES)
    .some((name) => source.includes(`<${name}`) || source.includes(`{${name}`));
}

/** What a component's tag calls it, in bold; nothing where it does not. */
function titleOf(tag: string): string {
  const [, double, single] = /\s(?:title|label)=(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  const title = double ?? single ?? '';
  return title === '' ? '' : `**${title}**`;
}

import { Fences } from './fences.ts';
import { isTriggered, type Trigger } from './trigger.ts';

/**
 * Removes from a source the parts of MDX that are not for reading: paragraphs of `import` and `export` whose names are used
 * as components further on, comments between braces, and, after such a paragraph, lines that only hold a component's tag,
 * so that the lines between two tags are Markdown. Lines keep their numbers.
 */
export function rewriteMdx(source: string): string {
  if (!isTriggered(source, TRIGGERS)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  let isMdx = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (fences.isCode(line)) continue;
    const commented = commentEnd(lines, index);
    const end = commented > index ? commented : moduleCodeEnd(lines, index, source);
    isMdx ||= end > commented;
    if (end > index) {
      lines.fill('', index, end);
      index = end - 1;
    } else if (isMdx && COMPONENT.test(line)) lines[index] = titleOf(line);
  }
  return lines.join('\n');
}

const TRIGGERS: readonly Trigger[] = [
  ['import ', /^import /m],
  ['export ', /^export /m],
  ['{/*', /^[ \t]*\{\/\*/m],
];
/** Names of a paragraph that are looked for in the source, at most. */
const MOST_NAMES = 100;
/** Lines of a comment at most. */
const LONGEST_COMMENT = 50;
const COMPONENT = /^\s*<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>\s*$/;

/** The line after the comment that starts on line `start`; `start` if none does, or if text follows it on its last line. */
function commentEnd(lines: readonly string[], start: number): number {
  if (!/^[ \t]*\{\/\*/.test(lines[start]!)) return start;
  for (let index = start; index < Math.min(lines.length, start + LONGEST_COMMENT); index++)
    if (/\*\/\}/.test(lines[index]!)) return /\*\/\}[ \t]*$/.test(lines[index]!) ? index + 1 : start;
  return start;
}

/** The line after the paragraph of `import` or `export` that starts on line `start`; `start` if none does. */
function moduleCodeEnd(lines: readonly string[], start: number, source: string): number {
  if (!/^(?:import|export)\b/.test(lines[start]!) || (lines[start - 1] ?? '').trim() !== '') return start;
  let end = start;
  while (end < lines.length && lines[end]!.trim() !== '') end++;
  return isModuleCode(lines.slice(start, end).join('\n'), source) ? end : start;
}

const IMPORT = /^import\b([^'"]*)['"]([^'"\n]+)['"]/;

/** The names and the address of `import … from 'address'`; undefined for other paragraphs. */
function importOf(paragraph: string): { readonly names: string; readonly from: string } | undefined {
  const [whole, before = '', from = ''] = IMPORT.exec(paragraph) ?? [];
  const names = before.trim();
  if (whole === undefined || (names !== '' && !/[\s}]from$/.test(names))) return undefined;
  return { names: names.slice(0, -'from'.length), from };
}

/** True if a paragraph is code whose names `source` uses, or imports something from a site generator. */
function isModuleCode(paragraph: string, source: string): boolean {
  const imported = importOf(paragraph);
  if (imported && /^@(?:site|theme)\//.test(imported.from)) return true;
  const exported = /^export\s+(?:default\s+)?(?:const|let|function|class)\s+([\w$]+)/.exec(paragraph)?.[1];
  const names = (imported?.names ?? exported ?? '').match(/[\w$]+/g) ?? [];
  return names
    .slice(0, MOST_NAMES)
    .some((name) => source.includes(`<${name}`) || source.includes(`{${name}`));
}

/** The title in a component's tag, in bold; empty if it has none. */
function titleOf(tag: string): string {
  const [, double, single] = /\s(?:title|label)=(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  const title = double ?? single ?? '';
  return title === '' ? '' : `**${title}**`;
}

import { Fences } from './fences.ts';

/**
 * Takes out of a source what MDX adds to Markdown and no one reads: paragraphs of `import` and `export` whose names are
 * used as components further on, comments between braces, and then lines that are nothing but a component's tag, so that
 * what stands between two of them is Markdown. Lines stay where they are.
 */
export function rewriteMdx(source: string): string {
  if (!TRIGGER.test(source)) return source;
  const lines = source.split('\n');
  const fences = new Fences();
  let isMdx = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (fences.isCode(line)) continue;
    if (/^(?:import|export)\b/.test(line) && (lines[index - 1] ?? '').trim() === '') {
      const end = paragraphEnd(lines, index);
      if (!isModuleCode(lines.slice(index, end).join('\n'), source)) continue;
      lines.fill('', index, end);
      isMdx = true;
    } else if (isMdx && COMPONENT.test(line)) lines[index] = titleOf(line);
  }
  return lines.join('\n').replace(COMMENT, (comment) => comment.replace(/[^\n]+/g, ''));
}

const TRIGGER = /^(?:import|export) |^[ \t]*\{\/\*/m;
const COMMENT = /^[ \t]*\{\/\*[\s\S]{0,5000}?\*\/\}[ \t]*$/gm;
const COMPONENT = /^\s*<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>\s*$/;

function paragraphEnd(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && lines[end]!.trim() !== '') end++;
  return end;
}

const IMPORT = /^import\s+(?:([^'"]*?)\s+from\s+)?['"]([^'"\n]+)['"];?/;

/** Whether a paragraph is code, and `source` uses what it names, or it takes something from a site's generator. */
function isModuleCode(paragraph: string, source: string): boolean {
  const [, imported, from = ''] = IMPORT.exec(paragraph) ?? [];
  const exported = /^export\s+(?:default\s+)?(?:const|let|function|class)\s+([\w$]+)/.exec(paragraph)?.[1];
  if (imported === undefined && exported === undefined) return /^@(?:site|theme)\//.test(from);
  if (/^@(?:site|theme)\//.test(from)) return true;
  const names = (imported ?? exported)!.match(/[\w$]+/g) ?? [];
  return names.some((name) => source.includes(`<${name}`) || source.includes(`{${name}`));
}

/** What a component's tag calls it, in bold; nothing where it does not. */
function titleOf(tag: string): string {
  const [, double, single] = /\s(?:title|label)=(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  const title = double ?? single ?? '';
  return title === '' ? '' : `**${title}**`;
}

import { workBudget } from '../budgets.ts';
import type { Block, StyledText } from '../document.ts';
import { unformattedRest } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { isManualPage, manualPageBlocks } from './manual-page.ts';
import { styledLines } from './styled-lines.ts';

/** Lines of a block, at least: longer output is written in parts, each of which ends at an empty line. */
const PART = 1000;

/** Writes the output of a program for a terminal as blocks: a manual page as such, anything else line by line. */
export function* terminalBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  const budget = workBudget('terminal');
  if (source.length <= budget && isManualPage(source)) return yield* manualPageBlocks(source, writer);
  writer.title.close();
  const lines = styledLines(source);
  let start = 0;
  let part: (readonly StyledText[])[] = [];
  /** Where the part and the line that is read begin. */
  let from = 0;
  let at = 0;
  const written = (): Block[] => [writer.styledCode(part, start) ?? []].flat();
  for (;;) {
    const end = source.indexOf('\n', at) + 1 || source.length;
    if (end - from > budget) {
      yield written();
      return yield* unformattedRest(source, at, writer, start + part.length);
    }
    const { value: line, done } = lines.next();
    if (done) return yield written();
    at = end;
    if (part.length < PART || line.some(({ text }) => text.trim() !== '')) part.push(line);
    else {
      yield written();
      start += part.length + 1;
      part = [];
      from = at;
    }
  }
}

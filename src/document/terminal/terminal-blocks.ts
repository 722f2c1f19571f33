import type { Block, StyledText } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { isManualPage, manualPageBlocks } from './manual-page.ts';
import { styledLines } from './styled-lines.ts';

/** Lines of a block, at least: longer output is written in parts, each of which ends at an empty line. */
const PART = 1000;

/** Writes the output of a program for a terminal as blocks: a manual page as such, anything else line by line. */
export function* terminalBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  if (isManualPage(source)) return yield* manualPageBlocks(source, writer);
  writer.title.close();
  let start = 0;
  let part: (readonly StyledText[])[] = [];
  const written = (): Block[] => [writer.styledCode(part, start) ?? []].flat();
  for (const line of styledLines(source)) {
    if (part.length < PART || line.some(({ text }) => text.trim() !== '')) part.push(line);
    else {
      yield written();
      start += part.length + 1;
      part = [];
    }
  }
  yield written();
}

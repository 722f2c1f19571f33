import type { Block } from '../document.ts';
import { htmlPieces } from '../markdown/html.ts';
import { HIDDEN, isBlock } from '../markdown/tags.ts';
import { writeUnformatted } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';

/** UTF-16 units of text that are written at a time. */
const PART = 65_536;

/**
 * Writes the text of a page that is not parsed, since that would take too long or too much memory, below a line that says so.
 * Takes linear time and little memory.
 */
export function* unparsedText(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  writer.title.close();
  writer.isSpent = true;
  yield writer.restIsPlain(0);
  let text = '';
  let hidden: string | undefined;
  for (const piece of htmlPieces(source)) {
    if (piece.type === 'text') text += hidden === undefined ? piece.text : '';
    else if (hidden !== undefined)
      hidden = piece.type === 'close' && piece.name === hidden ? undefined : hidden;
    else if (piece.type === 'open' && HIDDEN.has(piece.name) && !piece.source.endsWith('/>'))
      hidden = piece.name;
    else if (piece.name === 'br') text += '\n';
    else if (isBlock(piece.name)) text += '\n\n';
    if (text.length > PART) {
      yield writeUnformatted(text, writer, 0);
      text = '';
    }
  }
  yield writeUnformatted(text, writer, 0);
}

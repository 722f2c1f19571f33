import type { Document } from '../document/document.ts';
import { setParagraphText } from './paragraph.ts';
import { ParagraphText } from './paragraph-text.ts';
import { typographyOf } from './typography.ts';

/** Sets a text that is in no document (a title, an address), in lines of at most `width` cells; 0 for no limit. */
export function setPlain(text: string, width: number, lang?: Document['lang']): string[] {
  const paragraphText = new ParagraphText([{ text, style: {}, at: -1 }]);
  const lines = setParagraphText(paragraphText, width, { typography: typographyOf(lang) });
  return Array.from(lines, (line) => line.spans.map((span) => span.text).join(''));
}

import { type Lines, shareOf } from './text-sample.ts';

/** Characters that people draw with: the signs of ASCII, boxes, blocks, geometric shapes and Braille. */
const STROKES = /[!-/:-@[-`{-~\u2500-\u25ff\u2800-\u28ff]/g;
/** A line with nothing but strokes. */
const ONLY_STROKES = /^[\s!-/:-@[-`{-~\u2500-\u25ff\u2800-\u28ff]+$/;
/** A rule or an underline, which says nothing of the text around it. */
const RULE = /^\s*(\S)(?:\s?\1)*$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const ROW = /^\s*(?:\|.*\||\+[-=+:|]*\+)$/;

/** True if a text is drawn with characters (ASCII art, a diagram, a banner) rather than a list or a table. */
export function isDrawing(lines: Lines): boolean {
  // Most texts have fewer such lines than would do.
  if (shareOf(lines, (text) => ONLY_STROKES.test(text)) < 1 / 3) return false;
  const drawn = lines.filter(({ text }) => !RULE.test(text));
  if (drawn.length < 2 || shareOf(drawn, (text) => ROW.test(text)) === 1) return false;
  if (shareOf(drawn, (text) => ITEM.test(text)) >= 0.5) return false;
  const text = drawn.map((line) => line.text).join('');
  const strokes = text.match(STROKES)?.length ?? 0;
  const isMostlyStrokes = strokes > text.replace(/\s+/g, '').length * 0.55;
  return isMostlyStrokes && shareOf(drawn, (line) => ONLY_STROKES.test(line)) >= 1 / 3;
}

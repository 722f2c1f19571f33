/**
 * Modes of the terminal while the reader runs: the alternate screen, no cursor, bracketed paste, and no wrapping at the
 * right edge, so that a row the terminal measures wider than we do cannot spoil the next one.
 */
export const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h';
export const LEAVE = '\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l';

/** Asks for the background (OSC 11), then for the attributes (DA1): every terminal answers the latter. */
export const ASK = '\x1b]11;?\x07\x1b[c';

/** Reports of presses and the wheel (1000), in the form that has no limit on coordinates (1006). */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

/** Puts a text on the clipboard of the terminal (OSC 52). Undefined if it is longer than terminals accept. */
export function copySequence(text: string): string | undefined {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return encoded.length > MAX_COPY ? undefined : `\x1b]52;c;${encoded}\x07`;
}

/** Bytes in base64. screen and some others stop at 100 kB, tmux at 1 MB, xterm later. */
const MAX_COPY = 100_000;

/**
 * Modes of the terminal while the reader runs: the alternate screen, no cursor, no wrapping at the right edge (so that
 * a row some terminal thinks wider cannot spoil the next), pastes between brackets.
 */
export const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h';
export const LEAVE = '\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l';

/** Asks for the background (OSC 11) and, as not all know that, for the attributes (DA1), which all answer. */
export const ASK = '\x1b]11;?\x07\x1b[c';

/** Presses and the wheel (1000), in the form without limits (1006). */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

/** OSC 52: puts a text on the clipboard of the terminal. Undefined where it is longer than terminals take. */
export function copySequence(text: string): string | undefined {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return encoded.length > LONGEST_COPY ? undefined : `\x1b]52;c;${encoded}\x07`;
}

/** xterm's limit on a control string is larger, tmux's is 1 MB; screen and some others stop at 100 kB. */
const LONGEST_COPY = 100_000;

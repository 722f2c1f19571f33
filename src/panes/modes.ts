/**
 * Modes of the terminal while the reader runs: the alternate screen, no cursor, bracketed paste, and no wrapping at the
 * right edge, so that a row the terminal measures wider than we do cannot spoil the next one.
 */
export const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h';
export const LEAVE = '\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l';

/** Reports of presses, drags and the wheel (1002), in the form that has no limit on coordinates (1006). */
export const MOUSE_ON = '\x1b[?1002h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1002l';

/**
 * Leaves all modes, whatever the terminal is in. On the main screen, leaving the alternate one only moves the cursor to
 * where it was saved, so it is saved first.
 */
export const RESET = `\x1b7${MOUSE_OFF}${LEAVE}`;

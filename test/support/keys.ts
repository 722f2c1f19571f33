/** The sequences that xterm-like terminals send for keys other than characters. */
const SEQUENCES = {
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  PageUp: '\x1b[5~',
  PageDown: '\x1b[6~',
  Delete: '\x1b[3~',
  Enter: '\r',
  Tab: '\t',
  'Shift-Tab': '\x1b[Z',
  Backspace: '\x7f',
  Escape: '\x1b',
  Space: ' ',
} as const;

export type Key = keyof typeof SEQUENCES | `Ctrl-${string}` | `Alt-${string}`;

/** The bytes of one key: `Down`, `Ctrl-c`, `Alt-x`. */
export function sequenceOf(key: Key): string {
  if (key in SEQUENCES) return SEQUENCES[key as keyof typeof SEQUENCES];
  const letter = key.slice(key.indexOf('-') + 1);
  return key.startsWith('Ctrl-')
    ? String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f)
    : `\x1b${letter}`;
}

/** An SGR mouse report (xterm mode 1006) for a cell counted from 0: a press and, for a button, its release. */
export function mouseReport(what: 'click' | 'wheel-up' | 'wheel-down', row: number, column: number): string {
  const button = { click: 0, 'wheel-up': 64, 'wheel-down': 65 }[what];
  const report = `\x1b[<${button};${column + 1};${row + 1}`;
  return what === 'click' ? `${report}M${report}m` : `${report}M`;
}

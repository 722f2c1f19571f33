import type { Command } from '../state/command-table.ts';
import type { MouseInput } from '../state/movement.ts';

/** What a terminal sends, decoded. `key` is a name: `j`, `J`, `space`, `up`, `ctrl-d`, `alt-b`, `shift-tab`. */
export type Input =
  | { readonly kind: 'key'; readonly key: string; readonly text?: string }
  | { readonly kind: 'paste'; readonly text: string }
  | MouseInput
  /** A command whatever its keys are: see `startInputs`. */
  | { readonly kind: 'command'; readonly command: Command; readonly count?: number | undefined }
  | Reply;

/** A reply to a query sent by `panes/tty`. */
export type Reply =
  /** Red, green and blue of the background, 0 to 255. */
  | { readonly kind: 'background'; readonly color: readonly [number, number, number] }
  /** The device attributes. Every terminal reports them, so no reply to an earlier query can follow. */
  | { readonly kind: 'attributes' };

/** False for what the terminal sends by itself. */
export const isOfUser = ({ kind }: Input): boolean => kind === 'key' || kind === 'paste' || kind === 'mouse';

export interface Decoded {
  readonly inputs: readonly Input[];
  /** An unfinished sequence, to be put before the next chunk. */
  readonly pending: string;
}

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** A paste longer than this (UTF-16 units) is passed on in pieces, so that `pending` stays small. */
const PASTE_LIMIT = 65_536;
/** No key sends a longer sequence; what looks like one is dropped rather than kept waiting for its end. */
const SEQUENCE_LIMIT = 64;

/** ECMA-48 control sequence: parameters, intermediates, final byte. */
const CSI = /^\x1b\[([0-?]*)([ -/]*)([@-~])/;
const UNFINISHED_CSI = /^\x1b\[[0-?]*[ -/]*$/;
/** Control strings (OSC, DCS, APC, PM, SOS): replies of the terminal, never keys. */
const CONTROL_STRING = /^\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)/;
const UNFINISHED_CONTROL_STRING = /^\x1b[\]P_^X][^\x07\x1b]*\x1b?$/;

/** The reply to OSC 11, with 4 to 16 bits per channel. */
const BACKGROUND = /^\x1b\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i;
const channel = (hex: string): number =>
  Math.round((Number.parseInt(hex, 16) / (16 ** hex.length - 1)) * 255);

const LETTER_KEYS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  Z: 'shift-tab',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};
const NUMBER_KEYS: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/**
 * Decodes a chunk of input. Keys pressed in a burst arrive together: `jjj` is three keys. Escape at the end of a chunk is
 * either the key or the start of a sequence; it stays pending until more input arrives or `flush` is called.
 */
export function decode(chunk: string, pending = ''): Decoded {
  const inputs: Input[] = [];
  const source = pending + chunk;
  let at = 0;
  while (at < source.length) {
    if (source.startsWith(PASTE_START, at)) {
      const begin = at + PASTE_START.length;
      const paste = readPaste(source, begin);
      if (!paste) return { inputs, pending: source.slice(at) };
      inputs.push({ kind: 'paste', text: source.slice(begin, paste.end) });
      if (!paste.isComplete) return { inputs, pending: PASTE_START + source.slice(paste.end) };
      at = paste.end + PASTE_END.length;
      continue;
    }
    const rest = source.slice(at, at + SEQUENCE_LIMIT);
    const { length, input } = rest[0] === '\x1b' ? readEscape(rest) : readCharacter(rest);
    if (length === 0) return { inputs, pending: source.slice(at) };
    if (input) inputs.push(input);
    at += length;
  }
  return { inputs, pending: '' };
}

/** True for the beginning of a paste, which has an end however long that takes: until then, nothing in it is a key. */
export const isBegunPaste = (pending: string): boolean => pending.startsWith(PASTE_START);

/** Decodes what was pending if no more input follows: a lone Escape is the key, an unfinished sequence is dropped. */
export function flush(pending: string): readonly Input[] {
  if (pending === '\x1b') return [{ kind: 'key', key: 'escape' }];
  if (pending === '\x1b\x1b') return flush('\x1b').concat(flush('\x1b'));
  return [];
}

/** The end of the pasted text, or of a first piece of it; undefined while it is short and unfinished. */
function readPaste(source: string, begin: number): { end: number; isComplete: boolean } | undefined {
  const end = source.indexOf(PASTE_END, begin);
  if (end >= 0) return { end, isComplete: true };
  if (source.length - begin <= PASTE_LIMIT) return undefined;
  return { end: Math.min(begin + PASTE_LIMIT, source.length - PASTE_END.length), isComplete: false };
}

/** An input and the length of its sequence; 0 if the sequence is unfinished, without input if it means nothing here. */
interface Token {
  readonly length: number;
  readonly input?: Input | undefined;
}

const UNFINISHED: Token = { length: 0 };

const unfinished = (rest: string): Token =>
  rest.length < SEQUENCE_LIMIT ? UNFINISHED : { length: rest.length };

function readCharacter(rest: string): Token {
  const character = String.fromCodePoint(rest.codePointAt(0)!);
  return { length: character.length, input: plainKey(character) };
}

/** Reads a sequence that starts with Escape. */
function readEscape(rest: string): Token {
  if (rest.length === 1) return UNFINISHED;
  return readCsi(rest) ?? readSs3(rest) ?? readControlString(rest) ?? readAltKey(rest);
}

function readCsi(rest: string): Token | undefined {
  const match = CSI.exec(rest);
  if (match) return { length: match[0].length, input: csiInput(match[1]!, match[2]!, match[3]!) };
  return UNFINISHED_CSI.test(rest) ? unfinished(rest) : undefined;
}

/** Single shift 3: keypad and function keys in application mode. */
function readSs3(rest: string): Token | undefined {
  if (!rest.startsWith('\x1bO')) return undefined;
  if (rest.length === 2) return UNFINISHED;
  const name = LETTER_KEYS[rest[2]!] ?? (rest[2] === 'M' ? 'enter' : undefined);
  return { length: 3, input: name === undefined ? undefined : { kind: 'key', key: name } };
}

function readControlString(rest: string): Token | undefined {
  const match = CONTROL_STRING.exec(rest);
  if (!match) return UNFINISHED_CONTROL_STRING.test(rest) ? unfinished(rest) : undefined;
  const color = BACKGROUND.exec(match[0]);
  if (!color) return { length: match[0].length };
  const [red, green, blue] = [channel(color[1]!), channel(color[2]!), channel(color[3]!)];
  return { length: match[0].length, input: { kind: 'background', color: [red, green, blue] } };
}

/** Escape before a character is Alt; before another Escape it is the key itself. */
function readAltKey(rest: string): Token {
  if (rest[1] === '\x1b') {
    return rest.length === 2 ? UNFINISHED : { length: 1, input: { kind: 'key', key: 'escape' } };
  }
  const character = String.fromCodePoint(rest.codePointAt(1)!);
  return { length: 1 + character.length, input: { kind: 'key', key: `alt-${plainKey(character).key}` } };
}

type KeyInput = Extract<Input, { kind: 'key' }>;

const NAMED_CHARACTERS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\0': 'ctrl-space',
};

/** The key of a single character. C0 controls are letters typed with Ctrl; C1 controls belong to no key. */
function plainKey(character: string): KeyInput {
  const name = NAMED_CHARACTERS[character];
  if (name !== undefined) return { kind: 'key', key: name };
  if (character === ' ') return { kind: 'key', key: 'space', text: ' ' };
  const code = character.codePointAt(0)!;
  if (code < 0x20) {
    return { kind: 'key', key: `ctrl-${String.fromCharCode(code < 27 ? code + 96 : code + 64)}` };
  }
  return code >= 0x80 && code < 0xa0
    ? { kind: 'key', key: 'unknown' }
    : { kind: 'key', key: character, text: character };
}

function csiInput(parameters: string, intermediates: string, final: string): Input | undefined {
  if (intermediates !== '') return undefined;
  if (parameters.startsWith('<')) return mouseInput(parameters.slice(1), final);
  if (parameters.startsWith('?') && final === 'c') return { kind: 'attributes' };
  const [first = '', second = '', third = ''] = parameters.split(';');
  if (final === 'u') return codeKey(Number.parseInt(first, 10), second);
  if (final === '~' && first === '27') return codeKey(Number(third), second);
  // The release of a key, by kitty's protocol; a press may be marked, too, and a key held down repeats.
  if (second.endsWith(':3')) return undefined;
  const name =
    final === '~' ? NUMBER_KEYS[first] : /^(?:1?|1;\d+(?::[12])?)$/.test(parameters) && LETTER_KEYS[final];
  return name ? { kind: 'key', key: withModifiers(name, second) } : undefined;
}

/**
 * A key encoded as code point and modifiers, by kitty's keyboard protocol (`CSI code ; modifiers u`) or xterm's
 * modifyOtherKeys (`CSI 27 ; modifiers ; code ~`). Kiosque turns neither on, but another program may have left one on.
 */
function codeKey(code: number, modifiers: string): Input | undefined {
  // The release of a key, or a key without a character: kitty encodes those in the private use area.
  if (!(code > 0 && code < 0xe000) || modifiers.endsWith(':3')) return undefined;
  if (code === 27) return { kind: 'key', key: withModifiers('escape', modifiers) };
  const bits = modifierBits(modifiers);
  const plain = plainKey(String.fromCodePoint(code));
  if ((bits & ~SHIFT) === 0) return bits === SHIFT ? withShift(plain) : plain;
  return { kind: 'key', key: `${bits & CTRL ? 'ctrl-' : ''}${bits & ALT ? 'alt-' : ''}${plain.key}` };
}

const withShift = (input: KeyInput): Input =>
  input.text === undefined || input.key === 'space'
    ? { ...input, key: input.key === 'tab' ? 'shift-tab' : input.key }
    : plainKey(input.text.toUpperCase());

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;

/** xterm's modifier parameter is 1 plus these bits; kitty adds higher bits, and the type of the event after a colon. */
const modifierBits = (parameter: string): number => {
  const number = Number.parseInt(parameter, 10);
  return number > 1 ? (number - 1) & (SHIFT | ALT | CTRL) : 0;
};

function withModifiers(name: string, parameter: string): string {
  const bits = modifierBits(parameter);
  return `${bits & CTRL ? 'ctrl-' : ''}${bits & ALT ? 'alt-' : ''}${bits & SHIFT ? 'shift-' : ''}${name}`;
}

/** SGR mouse report (xterm mode 1006): `button;column;row`, counting from 1; final byte `M` for press, `m` for release. */
function mouseInput(parameters: string, final: string): Input | undefined {
  const [button, column, row] = parameters.split(';').map(Number);
  if (button === undefined || !column || !row) return undefined;
  const at = { kind: 'mouse', x: column - 1, y: row - 1 } as const;
  const plain = button & ~0b11100; // ignores Shift, Alt and Ctrl
  if (final === 'm') return plain === 0 ? { ...at, action: 'release' } : undefined;
  if (plain === 32) return { ...at, action: 'drag' };
  if (plain === 64) return { ...at, action: 'wheel-up' };
  if (plain === 65) return { ...at, action: 'wheel-down' };
  return plain === 0 ? { ...at, action: 'press' } : undefined;
}

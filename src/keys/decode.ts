/** What a terminal sends, as events. `key` is a name: `j`, `J`, `space`, `up`, `ctrl-d`, `alt-b`, `shift-tab`. */
export type Input =
  | { readonly kind: 'key'; readonly key: string; readonly text?: string }
  | { readonly kind: 'paste'; readonly text: string }
  | MouseInput
  | Answer;

/** What the terminal says when it is asked (`panes/terminal`). */
export type Answer =
  /** Red, green and blue of its background, 0 to 255. */
  | { readonly kind: 'background'; readonly color: readonly [number, number, number] }
  /** Its attributes: all that was asked before has been answered, if it ever will be. */
  | { readonly kind: 'attributes' };

/** Cells from 0. Presses are of the left button; other buttons and drags are not reported. */
export interface MouseInput {
  readonly kind: 'mouse';
  readonly action: 'press' | 'wheel-up' | 'wheel-down';
  readonly x: number;
  readonly y: number;
}

export interface Decoded {
  readonly inputs: readonly Input[];
  /** The beginning of a sequence whose rest has not come yet; goes before the next chunk. */
  readonly pending: string;
}

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** A paste longer than this (UTF-16 units) goes out in pieces, so that it never piles up. */
const PASTE_LIMIT = 65_536;
/** No sequence a key sends is longer; beyond it an escape is taken for a key. */
const SEQUENCE_LIMIT = 64;

/** ECMA-48 control sequence: parameters, intermediates, final byte. */
const CSI = /^\x1b\[([0-?]*)([ -/]*)([@-~])/;
const CSI_BEGUN = /^\x1b\[[0-?]*[ -/]*$/;
/** String controls (OSC, DCS, APC, PM, SOS): answers of the terminal, never keys. */
const STRING = /^\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)/;
const STRING_BEGUN = /^\x1b[\]P_^X][^\x07\x1b]*\x1b?$/;

/** The answer to OSC 11, in 4 to 16 bits a channel. */
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
};

/**
 * Splits what came from the terminal into events: a burst such as `jjj` is three keys. An escape at the end of
 * the chunk may be the Escape key or the beginning of a sequence: it stays pending until more comes or `flush`.
 */
export function decode(chunk: string, pending = ''): Decoded {
  const inputs: Input[] = [];
  const source = pending + chunk;
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at, at + SEQUENCE_LIMIT);
    if (source.startsWith(PASTE_START, at)) {
      const begin = at + PASTE_START.length;
      const end = source.indexOf(PASTE_END, begin);
      if (end < 0 && source.length - begin <= PASTE_LIMIT) return { inputs, pending: source.slice(at) };
      const stop = end < 0 ? Math.min(begin + PASTE_LIMIT, source.length - PASTE_END.length) : end;
      inputs.push({ kind: 'paste', text: source.slice(begin, stop) });
      if (end < 0) return { inputs, pending: PASTE_START + source.slice(stop) };
      at = end + PASTE_END.length;
      continue;
    }
    if (rest[0] !== '\x1b') {
      const point = String.fromCodePoint(rest.codePointAt(0)!);
      inputs.push(plainKey(point));
      at += point.length;
      continue;
    }
    const taken = escapeSequence(rest, inputs);
    if (taken === 0) return { inputs, pending: source.slice(at) };
    at += taken;
  }
  return { inputs, pending: '' };
}

/** What a pending beginning means once nothing more has come: a lone escape is the key, the rest is dropped. */
export function flush(pending: string): readonly Input[] {
  if (pending === '\x1b') return [{ kind: 'key', key: 'escape' }];
  if (pending === '\x1b\x1b') return flush('\x1b').concat(flush('\x1b'));
  return [];
}

/** Reads the sequence at the start of `rest` into `inputs`; returns its length, 0 when its end is yet to come. */
function escapeSequence(rest: string, inputs: Input[]): number {
  if (rest.length === 1) return 0;
  const csi = CSI.exec(rest);
  if (csi) {
    const input = csiInput(csi[1]!, csi[2]!, csi[3]!);
    if (input) inputs.push(input);
    return csi[0].length;
  }
  if (CSI_BEGUN.test(rest)) return rest.length < SEQUENCE_LIMIT ? 0 : rest.length;
  if (rest.startsWith('\x1bO')) {
    if (rest.length === 2) return 0;
    const name = LETTER_KEYS[rest[2]!] ?? (rest[2] === 'M' ? 'enter' : undefined);
    if (name) inputs.push({ kind: 'key', key: name });
    return 3;
  }
  const string = STRING.exec(rest);
  if (string) {
    const color = BACKGROUND.exec(string[0]);
    if (color)
      inputs.push({
        kind: 'background',
        color: [channel(color[1]!), channel(color[2]!), channel(color[3]!)],
      });
    return string[0].length;
  }
  if (STRING_BEGUN.test(rest)) return rest.length < SEQUENCE_LIMIT ? 0 : rest.length;
  if (rest[1] === '\x1b') {
    if (rest.length === 2) return 0;
    inputs.push({ kind: 'key', key: 'escape' });
    return 1;
  }
  const point = String.fromCodePoint(rest.codePointAt(1)!);
  inputs.push({ kind: 'key', key: `alt-${(plainKey(point) as { key: string }).key}` });
  return 1 + point.length;
}

function plainKey(point: string): Input {
  const key = (name: string): Input => ({ kind: 'key', key: name });
  switch (point) {
    case '\r':
      return key('enter');
    case '\t':
      return key('tab');
    case '\x7f':
    case '\b':
      return key('backspace');
    case '\0':
      return key('ctrl-space');
    case ' ':
      return { kind: 'key', key: 'space', text: ' ' };
  }
  const code = point.codePointAt(0)!;
  if (code < 0x20) {
    return key(`ctrl-${String.fromCharCode(code < 27 ? code + 96 : code + 64)}`);
  }
  return code >= 0x80 && code < 0xa0 ? key('unknown') : { kind: 'key', key: point, text: point };
}

function csiInput(parameters: string, intermediates: string, final: string): Input | undefined {
  if (intermediates !== '') return undefined;
  if (parameters.startsWith('<')) return mouseInput(parameters.slice(1), final);
  if (parameters.startsWith('?') && final === 'c') return { kind: 'attributes' };
  const [first = '', second = '', third = ''] = parameters.split(';');
  if (final === 'u') return codeKey(Number.parseInt(first, 10), second);
  if (final === '~' && first === '27') return codeKey(Number(third), second);
  const name = final === '~' ? NUMBER_KEYS[first] : /^(?:1?|1;\d+)$/.test(parameters) && LETTER_KEYS[final];
  return name ? { kind: 'key', key: withModifiers(name, second) } : undefined;
}

/**
 * A key by its code point and modifiers, as kitty's keyboard protocol (`CSI code ; modifiers u`) and xterm's
 * modifyOtherKeys (`CSI 27 ; modifiers ; code ~`) send it where another program has left one of them on.
 */
function codeKey(code: number, modifiers: string): Input | undefined {
  // A release, and keys without a character of their own, which kitty puts in the private use area.
  if (!(code > 0 && code < 0xe000) || modifiers.endsWith(':3')) return undefined;
  const bits = modifierBits(modifiers);
  const point = code === 27 ? undefined : String.fromCodePoint(code);
  if (point === undefined) return { kind: 'key', key: withModifiers('escape', modifiers) };
  const plain = plainKey(point) as Extract<Input, { kind: 'key' }>;
  if ((bits & ~SHIFT) === 0) return bits === SHIFT ? shifted(plain) : plain;
  return { kind: 'key', key: `${bits & CTRL ? 'ctrl-' : ''}${bits & ALT ? 'alt-' : ''}${plain.key}` };
}

const shifted = (input: Extract<Input, { kind: 'key' }>): Input =>
  input.text === undefined || input.key === 'space'
    ? { ...input, key: input.key === 'tab' ? 'shift-tab' : input.key }
    : plainKey(input.text.toUpperCase());

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;

/** xterm's modifier parameter: 1 + shift 1, alt 2, ctrl 4; kitty adds others above, and the kind of event after a colon. */
const modifierBits = (parameter: string): number => {
  const number = Number.parseInt(parameter, 10);
  return number > 1 ? (number - 1) & (SHIFT | ALT | CTRL) : 0;
};

function withModifiers(name: string, parameter: string): string {
  const bits = modifierBits(parameter);
  return `${bits & CTRL ? 'ctrl-' : ''}${bits & ALT ? 'alt-' : ''}${bits & SHIFT ? 'shift-' : ''}${name}`;
}

/** SGR mouse report (xterm mode 1006): button;column;row, from 1, `M` pressed, `m` released. */
function mouseInput(parameters: string, final: string): Input | undefined {
  const [button, column, row] = parameters.split(';').map(Number);
  if (button === undefined || !column || !row || final !== 'M') return undefined;
  const at = { kind: 'mouse', x: column - 1, y: row - 1 } as const;
  const plain = button & ~0b11100; // without shift, alt, ctrl
  if (plain === 64) return { ...at, action: 'wheel-up' };
  if (plain === 65) return { ...at, action: 'wheel-down' };
  return plain === 0 ? { ...at, action: 'press' } : undefined;
}

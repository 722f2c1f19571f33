import { type SlicedText, textOfUnits, Units } from '../unicode/units.ts';
import { accentOf, type Folded, foldAstral, foldedOf, foldOf, Kind, kindOf } from './fold.ts';

/**
 * A word of a text, as `scan` finds it.
 *
 * - A word is a run of letters and digits, folded; invisible characters inside it are ignored.
 * - An apostrophe ends a word (`l’entreprise` is `l`, `entreprise`), except in the words of `WHOLE`.
 * - Words tied by hyphens, underscores or a dot, and digits grouped by no-break spaces, are separate words and another one
 *   joined, at the position of the first part (`porte-monnaie` is `porte`, `monnaie`, `portemonnaie`).
 * - A word of several that capitals or digits tell apart is one word, and its parts at the same position (`JeVeuxAider` is
 *   `jeveuxaider`, `je`, `veux`, `aider`).
 * - A run of CJK characters is its pairs, then its last character alone.
 *
 * The key of a word is its folded form. If it has accents, the separator `\x01` and two units for each (place + 2, number of
 * the accent) follow, so that all spellings of a folded form are adjacent when sorted.
 */
export interface Token {
  /** The key is `units[0, length)`, the folded form `units[0, folded)`. Reused from one token to the next. */
  readonly units: Uint16Array;
  length: number;
  folded: number;
  /** Range in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The number of the word in the text. */
  position: number;
  /** A joined compound: its parts have been visited before, from the same position on. */
  joined: boolean;
  /** A part of the word visited before, at its position. */
  inner: boolean;
}

/** Longest folded form in UTF-16 units. The rest of a longer word is ignored. */
const MAX_WORD = 64;
const MAX_ACCENTS = 8;
/** Longest key in UTF-16 units. */
export const MAX_KEY = MAX_WORD + 1 + 2 * MAX_ACCENTS;
const MAX_PARTS = 4;
/** Parts of a word that capitals tell apart, at most. */
const MAX_INNER = 8;
export const ACCENT_SEPARATOR = 1;
/** The first unit of the keys of stop words in titles, which are no words of texts: see `title-stops.ts`. */
export const TITLE_MARK = 2;

/** Beginnings of words whose apostrophe is a letter like any other. */
const WHOLE = new Set(['aujourd', 'prud']);
/** Words that do not form a compound with the verb or noun that a hyphen ties them to. */
export const CLITICS: ReadonlySet<string> = new Set(
  'je tu il elle on nous vous ils elles moi toi lui leur leurs eux le la les y en ce ci t'.split(' '),
);

/** UTF-16 units of a text that are scanned together. A longer text is cut at a blank or a sign. */
const PIECE = 1 << 16;

/** A scanner that is not in use. A scan within another one makes its own. */
let spare: Scanner | undefined;

/** Calls `visit` for each word of `text`, in the order of their positions. The token is valid during the call. */
export function scan(text: SlicedText, visit: (token: Token) => void, piece = PIECE): void {
  const scanner = spare ?? new Scanner();
  spare = undefined;
  scanner.scan(text, visit, piece);
  spare = scanner;
}

/** A token as strings, for short texts. */
export interface Word extends Readonly<Pick<Token, 'start' | 'end' | 'position' | 'joined' | 'inner'>> {
  readonly key: string;
  readonly folded: string;
}

/** The words of `text` that `scan` visits. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  scan(text, (token) => {
    const { start, end, position, joined, inner } = token;
    words.push({ key: keyOf(token), folded: foldedForm(token), start, end, position, joined, inner });
  });
  return words;
}

/** The words that capitals or digits tell apart in a word written as one: `Je`, `Veux`, `Aider`. At least one. */
export function partsOfName(name: string): readonly string[] {
  const units = new Units().load(name, 0, name.length);
  const bounds = innerBounds(units, 0, name.length);
  return bounds.length > MAX_INNER ? [name] : bounds.map((to, i) => name.slice(bounds[i - 1] ?? 0, to));
}

/** The key of a token as a string. */
export const keyOf = (token: Token): string => textOfUnits(token.units, token.length);

/** The folded form of a token as a string. */
export const foldedForm = (token: Token): string => textOfUnits(token.units, token.folded);

/** The folded form of a key. */
export function foldedKey(key: string): string {
  const cut = key.indexOf('\x01');
  return cut < 0 ? key : key.slice(0, cut);
}

/** Whether a unit is a blank that groups the digits of a number. */
const isGrouping = (unit: number): boolean => unit === 0x202f || unit === 0xa0 || unit === 0x2009;

/** Whether a text may be cut after `unit`. */
const isCut = (unit: number): boolean =>
  kindOf(unit) === Kind.separator &&
  !isGrouping(unit) &&
  unit !== DOT &&
  unit !== UNDERSCORE &&
  (unit < 0xd800 || unit > 0xdfff);

class Scanner {
  readonly #token: Token = {
    units: new Uint16Array(MAX_KEY),
    length: 0,
    folded: 0,
    start: 0,
    end: 0,
    position: 0,
    joined: false,
    inner: false,
  };
  readonly #accents = new Uint16Array(2 * MAX_ACCENTS);
  #accentCount = 0;
  #length = 0;
  /** True if the word read last has a capital or a digit of ASCII after its first unit. */
  #mayHaveInner = false;
  /** The parts of the current compound. */
  #parts: string[] = [];
  #partsStart = 0;
  #partsPosition = 0;
  readonly #loader = new Units();
  /** The piece of the text that is being scanned: its units, its offset in the text, and its length. */
  #units: Uint16Array = new Uint16Array(0);
  #base = 0;
  #size = 0;
  #at = 0;
  #position = 0;
  #visit: (token: Token) => void = () => undefined;

  scan(text: SlicedText, visit: (token: Token) => void, piece: number): void {
    this.#visit = visit;
    this.#position = 0;
    for (let from = 0; from < text.length; from += this.#size) {
      this.#size = Math.min(piece, text.length - from);
      this.#units = this.#loader.load(text, from, this.#size);
      if (from + this.#size < text.length) this.#size = this.#cut();
      this.#base = from;
      this.#at = 0;
      this.#run();
    }
  }

  /** The end of the piece: after its last sign or blank, so that no word is cut. */
  #cut(): number {
    let end = this.#size;
    while (end > 0 && !isCut(this.#units[end - 1]!)) end -= 1;
    return end > 0 ? end : this.#size;
  }

  /** The hot loop of indexing, with `letters`. */
  #run(): void {
    const units = this.#units;
    while (this.#at < this.#size) {
      const kind = kindOf(units[this.#at]!);
      if (kind === Kind.letter || kind === Kind.digit || kind === Kind.complex) this.#word();
      else if (kind === Kind.cjk) this.#pairs();
      else if (kind === Kind.surrogate) {
        const astral = foldAstral(this.#pointAt(this.#at));
        if (!astral) this.#at += this.#pointAt(this.#at) > 0xffff ? 2 : 1;
        else if (astral.kind === Kind.cjk) this.#pairs();
        else this.#word();
      } else this.#at += 1;
    }
  }

  #pointAt(at: number): number {
    const [high, low] = [this.#units[at]!, this.#units[at + 1]!];
    const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
    return isPair ? (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : high;
  }

  /** Reads the word at `at`, and the words that hyphens tie to it. */
  #word(): void {
    // Emptying the array takes as long as reading a short word.
    if (this.#parts.length > 0) this.#parts = [];
    this.#partsStart = this.#at;
    this.#partsPosition = this.#position;
    let end = this.#at;
    for (;;) {
      const start = this.#at;
      const numeric = kindOf(this.#units[start]!) === Kind.digit;
      end = this.#letters();
      const tied = this.#tie(numeric, end);
      if (tied || this.#parts.length > 0) this.#parts.push(this.#current());
      this.#emit(start, end, this.#position++, false);
      if (this.#mayHaveInner) this.#innerWords(start, end);
      if (!tied) break;
      this.#at += 1;
    }
    if (this.#parts.length > 1) this.#join(end);
  }

  /**
   * Reads letters into the token, in a hot loop. Returns the end of the last one, and leaves `at` after the invisible
   * characters that follow it.
   */
  #letters(): number {
    const text = this.#units;
    const size = this.#size;
    const { units } = this.#token;
    this.#length = 0;
    this.#accentCount = 0;
    let at = this.#at;
    let end = at;
    let mayHaveInner = false;
    for (; at < size; at += 1) {
      const unit = text[at]!;
      const kind = kindOf(unit);
      if (kind === Kind.letter || kind === Kind.digit) {
        if (unit < SMALL_A && this.#length > 0) mayHaveInner = true;
        if (this.#length < MAX_WORD) {
          units[this.#length++] = foldOf(unit);
          // ASCII has no accents.
          if (unit > 0x7f && accentOf(unit) > 0) this.#accent(accentOf(unit));
        }
      } else if (kind === Kind.accent) this.#accent(accentOf(unit));
      else if (kind === Kind.complex) this.#append(foldedOf(unit)!);
      else if (kind === Kind.surrogate) {
        const astral = foldAstral(this.#pointAt(at));
        if (!astral || astral.kind === Kind.cjk) break;
        this.#append(astral.folded);
        at += 1;
      } else if (kind === Kind.ignored) continue;
      else if (kind !== Kind.apostrophe || !this.#isWhole(at)) break;
      end = at + 1;
    }
    this.#at = at;
    this.#mayHaveInner = mayHaveInner;
    return end;
  }

  /** Visits the parts of the word in [start, end), at its position, if capitals or digits tell them apart. */
  #innerWords(start: number, end: number): void {
    const bounds = innerBounds(this.#units, start, end);
    if (bounds.length < 2 || bounds.length > MAX_INNER) return;
    const at = this.#at;
    const size = this.#size;
    let from = start;
    for (const to of bounds) {
      this.#at = from;
      this.#size = to;
      if (to - from > 1) this.#emit(from, this.#letters(), this.#position - 1, false, true);
      from = to;
    }
    this.#at = at;
    this.#size = size;
  }

  #accent(accent: number): void {
    if (this.#accentCount === MAX_ACCENTS || this.#length === 0) return;
    this.#accents[2 * this.#accentCount] = this.#length + 1;
    this.#accents[2 * this.#accentCount + 1] = accent;
    this.#accentCount += 1;
  }

  #append(folded: Folded): void {
    folded.units.forEach((unit, i) => {
      if (this.#length === MAX_WORD) return;
      this.#token.units[this.#length++] = unit;
      for (const accent of folded.accents[i]!) this.#accent(accent);
    });
  }

  /** Whether the apostrophe at `at` is inside one of the words of `WHOLE`. */
  #isWhole(at: number): boolean {
    if (this.#length > 7 || this.#length < 4) return false;
    return WHOLE.has(this.#current()) && this.#startsWord(at + 1);
  }

  #current(): string {
    return textOfUnits(this.#token.units, this.#length);
  }

  #startsWord(at: number): boolean {
    const kind = kindOf(this.#units[at]!);
    return kind === Kind.letter || kind === Kind.digit || kind === Kind.complex;
  }

  /** Whether the character at `at` ties the word that ends at `end` to the one after it. */
  #tie(numeric: boolean, end: number): boolean {
    const at = this.#at;
    if (at >= this.#size || at !== end) return false;
    const unit = this.#units[at]!;
    if (kindOf(unit) === Kind.hyphen || unit === UNDERSCORE) return this.#startsWord(at + 1);
    if (unit === DOT)
      return at + 1 < this.#size && isSmall(this.#units[at + 1]!) && isSmall(this.#units[at - 1]!);
    return numeric && isGrouping(unit) && isThousand(this.#units, at + 1);
  }

  #emit(start: number, end: number, position: number, joined: boolean, inner = false): void {
    const token = this.#token;
    token.folded = this.#length;
    token.length = this.#length;
    if (this.#accentCount > 0) {
      token.units[token.length++] = ACCENT_SEPARATOR;
      for (let i = 0; i < 2 * this.#accentCount; i += 1) token.units[token.length++] = this.#accents[i]!;
    }
    token.start = this.#base + start;
    token.end = this.#base + end;
    token.position = position;
    token.joined = joined;
    token.inner = inner;
    this.#visit(token);
  }

  #join(end: number): void {
    if (this.#parts.length > MAX_PARTS || CLITICS.has(this.#parts.at(-1)!)) return;
    const whole = this.#parts.join('').slice(0, MAX_WORD);
    for (let i = 0; i < whole.length; i += 1) this.#token.units[i] = whole.charCodeAt(i);
    this.#length = whole.length;
    this.#accentCount = 0;
    this.#emit(this.#partsStart, end, this.#partsPosition, true);
  }

  /** Reads a run of CJK characters: each with the next one, the last alone. */
  #pairs(): void {
    let length = this.#cjkLength(this.#at);
    while (length > 0) {
      const next = this.#cjkLength(this.#at + length);
      this.#length = length + next;
      this.#accentCount = 0;
      for (let i = 0; i < this.#length; i += 1) this.#token.units[i] = this.#units[this.#at + i]!;
      this.#emit(this.#at, this.#at + this.#length, this.#position++, false);
      this.#at += length;
      length = next;
    }
  }

  /** The length of the CJK character at `at` in units; 0 for other characters. */
  #cjkLength(at: number): number {
    if (at >= this.#size) return 0;
    const kind = kindOf(this.#units[at]!);
    if (kind === Kind.cjk) return 1;
    if (kind !== Kind.surrogate) return 0;
    return foldAstral(this.#pointAt(at))?.kind === Kind.cjk ? 2 : 0;
  }
}

const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const SMALL_A = 0x61;

const isDigit = (unit: number): boolean => kindOf(unit) === Kind.digit;
const isSmall = (unit: number): boolean => letterCase(unit) === 'small';
const isCapital = (unit: number): boolean => letterCase(unit) === 'capital';

/** The case of a letter; undefined for other units, and for letters of scripts without cases. */
function letterCase(unit: number): 'small' | 'capital' | undefined {
  const letter = String.fromCharCode(unit);
  if (letter !== letter.toLowerCase()) return 'capital';
  return letter === letter.toUpperCase() ? undefined : 'small';
}

/**
 * The ends of the parts of a word in [start, end). A capital after a small letter or before one begins a part, and so do
 * digits after two letters (`Je|Veux`, `HTML|Page`, `web|3D`, `30|Day`).
 */
function innerBounds(units: Uint16Array, start: number, end: number): number[] {
  const bounds: number[] = [];
  let from = start;
  for (let i = start + 1; i < end; i += 1) {
    const unit = units[i]!;
    let last = i - 1;
    while (last > from && kindOf(units[last]!) === Kind.accent) last -= 1;
    const before = units[last]!;
    const startsNumber = isDigit(unit) && last > from && !isDigit(before) && !isDigit(units[last - 1]!);
    const startsName = isCapital(unit) && (isSmall(before) || (i + 1 < end && isSmall(units[i + 1]!)));
    if (!startsNumber && !startsName) continue;
    bounds.push(i);
    from = i;
  }
  return [...bounds, end];
}

/** Whether exactly three digits are at `at`. */
function isThousand(units: Uint16Array, at: number): boolean {
  for (let i = 0; i < 3; i += 1) if (kindOf(units[at + i]!) !== Kind.digit) return false;
  return kindOf(units[at + 3]!) !== Kind.digit;
}

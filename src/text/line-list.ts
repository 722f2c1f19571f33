import { PackedRecords, type RecordFormat, unzigzag, zigzag } from '../algorithms/packed-records.ts';
import { partitionPoint } from '../algorithms/partition-point.ts';
import type { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import type { Document, Style } from '../document/document.ts';
import type { Line, Span } from './line.ts';

/** The text that lines show. */
type Text = Pick<Document, 'slice'>;

/** Lines in order, which may be made when they are asked for. */
export interface LineSequence {
  readonly length: number;
  /** Line `index`, undefined if it does not exist. */
  at(index: number): Line | undefined;
  /** The start of line `index`, which must exist. */
  startOf(index: number): number;
  /** The end of the last line; 0 if there is none. */
  readonly end: number;
  /** The number of lines that start before or at an offset of the text. */
  countUpTo(at: number): number;
}

/** Laid-out lines, in order. Nearly all are packed: as objects they would take several times the memory of their text. */
export class LineList implements LineSequence {
  readonly #records: PackedRecords<Line, LineFormat>;

  constructor(text: Text) {
    const tables: Tables = { styles: new Table(), texts: new Table(), kept: [] };
    this.#records = new PackedRecords(() => new LineFormat(text, tables));
  }

  get length(): number {
    return this.#records.length;
  }

  push(line: Line): void {
    this.#records.push(line);
  }

  at(index: number): Line | undefined {
    return index >= 0 && index < this.length ? this.#records.read(index).line : undefined;
  }

  startOf(index: number): number {
    return this.#records.read(index).start;
  }

  get end(): number {
    return this.length === 0 ? 0 : this.#records.read(this.length - 1).end;
  }

  countUpTo(at: number): number {
    return partitionPoint(this.length, (index) => this.startOf(index) <= at);
  }
}

/** Values that recur, by number. */
class Table<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<T, number>();

  /** The number of a value; undefined for a new one if there are too many: it does not recur. */
  numberOf(value: T): number | undefined {
    const known = this.#numbers.get(value);
    if (known !== undefined || this.values.length >= MOST_VALUES) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Values that have a number. As the number of an added text, it stands for one that follows, unit by unit. */
const MOST_VALUES = 1000;
/** UTF-16 units of such a text. */
const LONGEST = 200;

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const textOf = (units: readonly number[]): string => String.fromCharCode(...units);

interface Tables {
  readonly styles: Table<Style>;
  /** Texts that the layout adds: bullets, bars, blanks. */
  readonly texts: Table<string>;
  /** The lines that are not packed. */
  readonly kept: Line[];
}

/** The first number of a record: that of the spans, plus this; or a line that is kept. */
const PACKED = 1;
const KEPT = 0;

/** Kinds of spans: after the one before in the text, elsewhere in the text, added by the layout. */
const NEXT = 0;
const ELSEWHERE = 1;
const ADDED = 2;
const KINDS = 3;

/** Writes a line as numbers, or as its place among the lines that are kept as they are. */
class LineFormat implements RecordFormat<Line> {
  readonly #text: Text;
  readonly #tables: Tables;
  start = 0;
  end = 0;
  /** The numbers of the spans of the line that was read, width first; or the number of a kept line. */
  #numbers: number[] = [];
  #spans = 0;

  constructor(text: Text, tables: Tables) {
    this.#text = text;
    this.#tables = tables;
  }

  reset(): void {
    this.start = 0;
    this.end = 0;
  }

  write(line: Line, to: ByteWriter): void {
    const numbers = this.#packed(line);
    to.varint(numbers ? PACKED + line.spans.length : KEPT);
    to.varint(zigzag(line.start - this.start));
    to.varint(zigzag(line.end - line.start));
    for (const number of numbers ?? [this.#tables.kept.push(line) - 1]) to.varint(number);
    this.start = line.start;
    this.end = line.end;
  }

  /** Width and spans as numbers; undefined if that is impossible. */
  #packed({ spans, width, start, outdent, scroll }: Line): number[] | undefined {
    if (outdent !== undefined || scroll !== undefined) return undefined;
    const { styles, texts } = this.#tables;
    const numbers = [width];
    let next = start;
    for (const { text, style, at, wide, link } of spans) {
      const styleNumber = styles.numberOf(style);
      if (styleNumber === undefined || wide) return undefined;
      const kind = at < 0 ? ADDED : at === next ? NEXT : ELSEWHERE;
      numbers.push((styleNumber * 2 + (link === undefined ? 0 : 1)) * KINDS + kind);
      if (link !== undefined) numbers.push(link);
      if (kind === ADDED) {
        const number = texts.numberOf(text);
        if (number !== undefined) numbers.push(number);
        else if (text.length > LONGEST) return undefined;
        else numbers.push(MOST_VALUES, text.length, ...unitsOf(text));
        continue;
      }
      // Some characters are not shown as they are, such as tabs.
      if (this.#text.slice(at, at + text.length) !== text) return undefined;
      if (kind === ELSEWHERE) numbers.push(zigzag(at - next));
      numbers.push(text.length);
      next = at + text.length;
    }
    return numbers;
  }

  read(from: ByteReader): void {
    this.#spans = from.varint() - PACKED;
    this.start += unzigzag(from.varint());
    this.end = this.start + unzigzag(from.varint());
    const numbers = [from.varint()];
    for (let span = 0; span < this.#spans; span++) {
      const head = from.varint();
      numbers.push(head);
      if (Math.floor(head / KINDS) % 2 === 1) numbers.push(from.varint());
      if (head % KINDS === ELSEWHERE) numbers.push(from.varint());
      const last = from.varint();
      numbers.push(last);
      if (head % KINDS === ADDED && last === MOST_VALUES) {
        const length = from.varint();
        numbers.push(length);
        for (let unit = 0; unit < length; unit++) numbers.push(from.varint());
      }
    }
    this.#numbers = numbers;
  }

  /** The line that was read. */
  get line(): Line {
    const { start, end } = this;
    const { styles, texts, kept } = this.#tables;
    const numbers = this.#numbers;
    if (this.#spans < 0) return kept[numbers[0]!]!;
    const spans: Span[] = [];
    let next = start;
    for (let i = 1; i < numbers.length; ) {
      const head = numbers[i++]!;
      const kind = head % KINDS;
      const flags = Math.floor(head / KINDS);
      const style = styles.values[flags >> 1]!;
      const link = flags % 2 === 1 ? { link: numbers[i++]! } : undefined;
      if (kind === ADDED) {
        const number = numbers[i++]!;
        const length = number === MOST_VALUES ? numbers[i++]! : 0;
        const text = number === MOST_VALUES ? textOf(numbers.slice(i, i + length)) : texts.values[number]!;
        i += length;
        spans.push({ text, style, at: -1, ...link });
      } else {
        const at = kind === ELSEWHERE ? next + unzigzag(numbers[i++]!) : next;
        next = at + numbers[i++]!;
        spans.push({ text: this.#text.slice(at, next), style, at, ...link });
      }
    }
    return { spans, width: numbers[0]!, start, end };
  }
}

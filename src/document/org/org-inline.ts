import { InlineWriter } from '../markdown/inline-writer.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { BOLD, ITALIC, PLAIN, STRIKE, UNDERLINE } from '../writer/styles.ts';
import { LineMarks } from './line-marks.ts';
import type { OrgContext } from './org-context.ts';
import { entity } from './org-entities.ts';
import { addressOf, isPicture, textOfLink } from './org-link.ts';

/** Emphasis, links and macros nested deeper than this are plain text. */
const MAX_DEPTH = 12;

const STYLES = { '*': BOLD, '/': ITALIC, _: UNDERLINE, '+': STRIKE } as const;

/** Characters that may begin something other than text. */
const NEXT = /[*/_+=~[<\\^$]|@@|\{\{\{|--|\.\.\.|(?:https?|ftp):\/\/|src_/g;

/** Characters before an opening mark of emphasis, if it does not begin the text. */
const BEFORE = /[\s\-–—({'"’«“‘]/;

const ADDRESS = /(?:https?|ftp):\/\/(?:[^\s<>[\]()]|\([^\s<>[\]()]{0,200}\)){1,2000}(?<![.,;:!?'"’»])/y;
const ANGLED = /<((?:https?|ftp|mailto|file):[^<>\n]{1,1000})>/y;
const TIMESTAMP = /[<[](\d{4}-\d\d-\d\d(?: [^<>[\]\n]{0,60})?)[>\]]/y;
const TARGET = /<<(<?)([^<>\n]{1,200})>>>?/y;
const NOTE = /\[fn:([\w-]*)(:?)/y;
const CITATION = /\[cite(?:\/[\w/-]{1,40})?:/y;
const ENTITY = /\\([A-Za-z]+)(?:\{\})?/y;
const SCRIPT = /([_^])\{([^{}\n]{1,200})\}|(\^)([+-]?\d{1,20})/y;
const FORMULA = /(\$\$?)(?=[^\s$])([^$\n]{1,500})(?<=\S)\1(?![\w$])/y;
const SNIPPET = /@@[\w-]{1,40}:[^@\n]{0,1000}@@/y;
const MACRO = /\{\{\{([A-Za-z][\w-]{0,60})(?:\(([^{}\n]{0,500})\))?\}\}\}/y;
const CODE = /src_[\w+-]{1,40}(?:\[[^[\]\n]{0,200}\])?\{([^{}\n]{0,500})\}/y;

const NO_MACROS: OrgContext['macros'] = new Map();

/** Something in a text, up to `end`, and how to write it. */
interface Found {
  readonly end: number;
  write(): void;
}

/** The part of a text in which something is looked for. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Writes the text of one leaf with its emphasis, links and notes ("objects" in Org's manual). Takes time linear in its length. */
class InlineOrg {
  readonly #writer: DocumentWriter;
  readonly #context: OrgContext;
  readonly #sink: InlineWriter;
  readonly #text: string;
  readonly #marks: LineMarks;

  constructor(text: string, writer: DocumentWriter, context: OrgContext, sink: InlineWriter) {
    this.#text = text;
    this.#writer = writer;
    this.#context = context;
    this.#sink = sink;
    this.#marks = new LineMarks(text);
  }

  write(range: Range): void {
    const next = new RegExp(NEXT);
    let written = range.from;
    next.lastIndex = range.from;
    for (let match = next.exec(this.#text); match && match.index < range.to; match = next.exec(this.#text)) {
      const found = range.depth < MAX_DEPTH ? this.#objectAt(match.index, range) : undefined;
      next.lastIndex = found?.end ?? match.index + 1;
      if (!found) continue;
      this.#sink.text(this.#text.slice(written, match.index));
      found.write();
      written = found.end;
    }
    this.#sink.text(this.#text.slice(written, range.to));
  }

  #objectAt(at: number, range: Range): Found | undefined {
    const char = this.#text[at]!;
    switch (char) {
      case '*':
      case '/':
      case '+':
        return this.#emphasis(at, STYLES[char], range);
      case '_':
        return this.#script(at, range) ?? this.#emphasis(at, STYLES[char], range);
      case '=':
      case '~':
        return this.#verbatim(at, range);
      case '[':
        return this.#bracketed(at, range);
      case '<':
        return this.#angled(at, range);
      case '\\':
        return this.#escape(at, range);
      case '^':
        return this.#script(at, range);
      case '$':
        return this.#matched(FORMULA, at, range, ([, , formula]) => this.#sink.text(formula!));
      case '@':
        return this.#matched(SNIPPET, at, range, () => undefined);
      case '{':
        return this.#macro(at, range);
      case '-':
        return this.#dash(at, range);
      case '.':
        return { end: at + 3, write: () => this.#sink.text('…') };
      case 's':
        return this.#code(at, range);
      default:
        return this.#matched(ADDRESS, at, range, ([address]) => this.#link(address, undefined));
    }
  }

  /** The match of `pattern` at a place, if it is in the range. */
  #matched(
    pattern: RegExp,
    at: number,
    { to }: Range,
    write: (match: RegExpExecArray) => void,
  ): Found | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(this.#text);
    const end = match ? at + match[0].length : 0;
    return match && end <= to ? { end, write: () => write(match) } : undefined;
  }

  #inside(from: number, to: number, { depth }: Range): void {
    this.write({ from, to, depth: depth + 1 });
  }

  /** The place of the mark that closes the one at a place; undefined if that one does not open emphasis. */
  #closing(at: number, { from, to }: Range): number | undefined {
    const opens = at === from || BEFORE.test(this.#text[at - 1]!);
    if (!opens || /\s/.test(this.#text[at + 1] ?? ' ')) return undefined;
    return this.#marks.closing(this.#text[at]!, at, to);
  }

  #emphasis(at: number, style: (typeof STYLES)[keyof typeof STYLES], range: Range): Found | undefined {
    const end = this.#closing(at, range);
    if (end === undefined) return undefined;
    const write = (): void => {
      this.#sink.style(style);
      this.#inside(at + 1, end, range);
      this.#sink.endStyle();
    };
    return { end: end + 1, write };
  }

  #verbatim(at: number, range: Range): Found | undefined {
    const end = this.#closing(at, range);
    if (end === undefined) return undefined;
    const code = this.#text
      .slice(at + 1, end)
      .split('\n')
      .map((line) => line.trim())
      .join(' ');
    return { end: end + 1, write: () => this.#sink.code(code) };
  }

  #code(at: number, range: Range): Found | undefined {
    if (at > range.from && /[\w-]/.test(this.#text[at - 1]!)) return undefined;
    return this.#matched(CODE, at, range, ([, code]) => this.#sink.code(code!));
  }

  #script(at: number, range: Range): Found | undefined {
    if (at === range.from || /\s/.test(this.#text[at - 1]!)) return undefined;
    return this.#matched(SCRIPT, at, range, ([, mark, inBraces, , plain]) => {
      this.#sink.script(mark === '_' ? 'sub' : 'sup');
      this.#sink.text(inBraces ?? plain!);
      this.#sink.endStyle();
    });
  }

  #bracketed(at: number, range: Range): Found | undefined {
    const last = this.#marks.bracketAfter(at);
    if (last === undefined || last >= range.to) return undefined;
    if (this.#text[at + 1] === '[') return this.#linkAt(at, last, range);
    if (this.#text.startsWith('fn:', at + 1)) return this.#note(at, last);
    if (this.#text.startsWith('cite', at + 1)) return this.#citation(at, last, range);
    return this.#matched(TIMESTAMP, at, range, ([, time]) => this.#sink.text(time!));
  }

  /** `[[address]]` or `[[address][description]]`. */
  #linkAt(at: number, last: number, range: Range): Found | undefined {
    const middle = this.#marks.bracketAfter(at + 1);
    if (middle === undefined || middle === at + 2) return undefined;
    const address = this.#text.slice(at + 2, middle).replace(/\s+/g, ' ');
    if (middle === last - 1) return { end: last + 1, write: () => this.#link(address, undefined) };
    const isWhole = this.#text[middle + 1] === '[' && this.#marks.bracketAfter(middle + 1) === last - 1;
    if (!isWhole) return undefined;
    return {
      end: last + 1,
      write: () =>
        this.#link(
          address,
          () => this.#inside(middle + 2, last - 1, range),
          this.#text.slice(middle + 2, last - 1),
        ),
    };
  }

  /** Writes a link; a description that is the address of a picture is that picture. */
  #link(address: string, write: (() => void) | undefined, description = ''): void {
    const href = addressOf(address);
    if (!write && isPicture(href)) {
      this.#sink.image('', href);
      return;
    }
    this.#sink.link(href);
    if (isPicture(description) && /^(?:file:|https?:|\.{0,2}\/)\S+$/.test(description))
      this.#sink.image('', addressOf(description));
    else if (write) write();
    else this.#sink.text(textOfLink(address));
    this.#sink.endLink();
  }

  /** `[fn:label]`, `[fn:label:text]` or `[fn::text]`. */
  #note(at: number, last: number): Found | undefined {
    NOTE.lastIndex = at;
    const [start, label = '', colon] = NOTE.exec(this.#text) ?? [];
    if (start === undefined) return undefined;
    const from = at + start.length;
    if (colon === '' ? label === '' || from !== last : this.#context.isInNote) return undefined;
    const write = (): void => {
      const source = this.#text.slice(from, last);
      if (colon === '') this.#sink.note(label);
      else if (label === '') this.#sink.inlineNote(source);
      else {
        this.#writer.notes.define(label, { kind: 'note', source, line: 0, label });
        this.#sink.note(label);
      }
    };
    return { end: last + 1, write };
  }

  /** A citation is shown with its keys: `[@key, p. 3]`. */
  #citation(at: number, last: number, range: Range): Found | undefined {
    CITATION.lastIndex = at;
    const [start] = CITATION.exec(this.#text) ?? [];
    if (start === undefined) return undefined;
    const write = (): void => {
      this.#sink.text('[');
      this.#inside(at + start.length, last, range);
      this.#sink.text(']');
    };
    return { end: last + 1, write };
  }

  #angled(at: number, range: Range): Found | undefined {
    return (
      this.#matched(TARGET, at, range, ([, radio, name]) => {
        this.#writer.name(name!);
        if (radio) this.#sink.text(name!);
      }) ??
      this.#matched(TIMESTAMP, at, range, ([, time]) => this.#sink.text(time!)) ??
      this.#matched(ANGLED, at, range, ([, address]) => this.#link(address!, undefined))
    );
  }

  /** Reads a backslash and the sequence it begins: the end of a line, a soft hyphen, a formula, a character by its name. */
  #escape(at: number, range: Range): Found | undefined {
    const next = this.#text[at + 1];
    if (next === '\\' && /^[ \t]*(?:\n|$)/.test(this.#text.slice(at + 2, at + 80)))
      return { end: at + 2, write: () => this.#sink.break() };
    if (next === '-') return { end: at + 2, write: () => undefined };
    if (next === '(' || next === '[') {
      const end = this.#marks.next(next === '(' ? '\\)' : '\\]', at);
      const write = (): void => this.#sink.text(this.#text.slice(at + 2, end));
      return end !== undefined && end < range.to ? { end: end + 2, write } : undefined;
    }
    ENTITY.lastIndex = at;
    const [name = '', letters = ''] = ENTITY.exec(this.#text) ?? [];
    const char = letters === '' ? undefined : entity(letters);
    return char === undefined ? undefined : { end: at + name.length, write: () => this.#sink.text(char) };
  }

  #macro(at: number, range: Range): Found | undefined {
    MACRO.lastIndex = at;
    const [source = '', name = '', args = ''] = MACRO.exec(this.#text) ?? [];
    const macro = this.#context.macros.get(name.toLowerCase());
    if (source === '' || macro === undefined || at + source.length > range.to) return undefined;
    const given = args.split(/(?<!\\),/).map((arg) => arg.trim().replaceAll('\\,', ','));
    const text = macro.replace(/\$(\d)/g, (_, digit) =>
      digit === '0' ? args : (given[Number(digit) - 1] ?? ''),
    );
    // A macro in the text of another is text, or one of itself would have no end.
    const context = { ...this.#context, macros: NO_MACROS };
    const write = (): void =>
      new InlineOrg(text, this.#writer, context, this.#sink).write({ from: 0, to: text.length, depth: 0 });
    return { end: at + source.length, write };
  }

  /** Two hyphens are a short dash, three a long one; before a word, as in `--help`, they are what they are. */
  #dash(at: number, range: Range): Found | undefined {
    const length = this.#text[at + 2] === '-' ? 3 : 2;
    const isOption =
      /\s/.test(at === range.from ? ' ' : this.#text[at - 1]!) && /\w/.test(this.#text[at + length] ?? '');
    if (isOption || this.#text[at + length] === '-') return undefined;
    return { end: at + length, write: () => this.#sink.text(length === 3 ? '—' : '–') };
  }
}

/** Writes the text of a leaf. */
export function writeInline(
  text: string,
  writer: DocumentWriter,
  leaf: LeafWriter,
  context: OrgContext,
  style = PLAIN,
): void {
  const sink = new InlineWriter(writer, leaf, style);
  new InlineOrg(text, writer, context, sink).write({ from: 0, to: text.length, depth: 0 });
}

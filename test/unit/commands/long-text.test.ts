import { afterEach, describe, expect, it } from 'vitest';
import { Session } from '../../../src/commands/reader/session.ts';
import type { Block, Document, Heading } from '../../../src/document/document.ts';
import { decode, flush } from '../../../src/keys/decode.ts';
import { rowText } from '../../../src/panes/row.ts';
import { screenRows } from '../../../src/panes/screen.ts';
import { articleRowsOf, nextArticleRowsOf } from '../../../src/state/selectors.ts';
import { initialState } from '../../../src/state/state.ts';
import { article, documentOf, paragraphs } from '../../support/articles.ts';

/** Paragraphs of the text: seven times as many as are parsed, searched or laid out at once. */
const MANY = 20_000;
/** The most lines and paragraphs that may be laid out or parsed for one key. */
const AT_ONCE = 8_000;

/** A document that is extended on demand, like a parsed one. */
function growing(whole: Document): Document {
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  let text = '';
  const all = [...whole.blocks];
  return {
    lang: whole.lang,
    blocks,
    headings,
    links: [],
    get text() {
      return text;
    },
    get length() {
      return text.length;
    },
    slice: (from, to) => text.slice(from, to),
    get complete() {
      return blocks.length === whole.blocks.length;
    },
    extend(count) {
      for (const block of all.slice(blocks.length, count)) {
        blocks.push(block);
        if (block.kind === 'heading') headings.push(whole.headings[headings.length]!);
      }
      text = whole.text.slice(0, blocks.at(-1)?.end);
    },
  };
}

const TEXT = documentOf(
  '# First',
  ...paragraphs(MANY / 2).map(
    (text) => `${text} It has a few more words, to make two lines of it where it is set in forty cells.`,
  ),
  'A needle in the middle.',
  ...paragraphs(MANY / 2),
  '# Last',
  'The needle at the end.',
);

let reading: Session;
let clock = 0;
afterEach(() => reading.close());

/** Opens a session with a long text in the reader. */
function open(): void {
  const document = growing(TEXT);
  const about = article('long');
  reading = new Session(initialState({ size: { columns: 80, rows: 24 }, language: 'en' }), {
    perform: (effect) => {
      if (effect.kind === 'load') reading.dispatch({ type: 'loaded', article: about, document });
      return undefined;
    },
    draw: () => {},
    now: () => clock++,
  });
  const other = article('other');
  reading.dispatch({ type: 'articles', articles: [about, other], warnings: [], complete: true });
  type('\r');
}

/** The number of lines laid out and blocks parsed. */
const work = () => {
  const flows = new Set([articleRowsOf(reading.state)!.flow, nextArticleRowsOf(reading.state)!.flow]);
  const lines = [...flows].reduce((sum, flow) => sum + flow.known, 0);
  return lines + reading.state.reader.document!.blocks.length;
};

/** Types keys, and checks that none takes long. */
function type(keys: string): void {
  const { inputs, pending } = decode(keys);
  for (const input of [...inputs, ...flush(pending)]) {
    const before = reading.state.reader.document ? work() : 0;
    reading.input([input]);
    expect(work() - before).toBeLessThan(AT_ONCE);
  }
}

/** Gives the session idle time until a condition holds. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns++) {
    expect(turns).toBeLessThan(100_000);
    await new Promise(setImmediate);
  }
}

const screen = (): string => screenRows(reading.state).map(rowText).join('\n');
const status = (): string => screen().split('\n').at(-1)!;
const settled = () => until(() => !reading.state.reader.scrollTarget && !reading.state.reader.shownLayout);
const complete = () =>
  until(() => reading.state.reader.document!.complete && nextArticleRowsOf(reading.state)!.flow.complete);

describe('a long text', () => {
  it('scrolls to the end once that is laid out, and shows in the status line that it is waiting', async () => {
    open();
    type(' G');
    expect(screen()).toContain('Paragraph 14 of many');
    expect(status()).toContain('laying out the text…');
    await settled();
    expect(screen()).toContain('The needle at the end.');
    expect(status()).not.toContain('laying out');
  });

  it('drops a pending scroll target when another key moves', async () => {
    open();
    type('Gj');
    await complete();
    expect(reading.state.reader.top).toBe(1);
  });

  it('scrolls to a percentage and to a line', async () => {
    open();
    type('50%');
    await settled();
    expect(status()).toContain('50%');
    type('12000G');
    await settled();
    expect(reading.state.reader.top).toBe(11_999);
  });

  it('finds a distant match, and further ones with n', async () => {
    open();
    type('/needle\r');
    expect(status()).toContain('searching the text…');
    await settled();
    expect(screen()).toContain('A needle in the middle.');
    expect(status()).toContain('1/1…');
    await until(() => status().includes('1/2'));
    type('n');
    await settled();
    expect(screen()).toContain('The needle at the end.');
    type('n');
    await settled();
    expect(screen()).toContain('A needle in the middle.');
  });

  it('shows the first match while the user types, and returns on Escape', async () => {
    open();
    type(' /needle');
    await until(() => screen().includes('A needle in the middle.'));
    expect(status()).toMatch(/1\/1…|1\/2/);
    type('\x1b');
    await settled();
    expect(screen()).toContain('Paragraph 14 of many');
  });

  it('keeps the old lines after a change of width until the same place is laid out', async () => {
    open();
    type('/middle\r');
    await settled();
    const { anchor, top } = reading.state.reader;
    expect(anchor).toBeGreaterThan(1_000_000);
    const before = work();
    reading.dispatch({ type: 'resized', size: { columns: 42, rows: 24 } });
    expect(work() - before).toBeLessThan(AT_ONCE);
    expect(reading.state.reader.top).toBe(top);
    expect(screen()).toContain('A needle in the middle.');
    expect(status()).toContain('laying out');
    type('j');
    expect(reading.state.reader.top).toBe(top + 1);
    type('k');
    await settled();
    expect(reading.state.reader.anchor).toBe(anchor);
    expect(reading.state.reader.top).toBeGreaterThan(top * 1.3);
    expect(screen()).toContain('A needle in the middle.');
    type('--');
    await settled();
    expect(screen()).toContain('A needle in the middle.');
  });

  it('scrolls to the top at once, even before the new layout gets far', async () => {
    open();
    type('G');
    await settled();
    reading.dispatch({ type: 'resized', size: { columns: 42, rows: 24 } });
    type('g');
    expect(reading.state.reader).toMatchObject({ top: 0, shownLayout: undefined });
    expect(screen()).toContain('First');
  });

  it('lists the headings found so far, then the others', async () => {
    open();
    type('t');
    expect(screen()).toContain('First');
    await until(() => screen().includes('Last'));
    type('j');
    await settled();
    type('\r');
    expect(screen()).toContain('The needle at the end.');
    type('{');
    expect(reading.state.reader.top).toBe(0);
    type('}');
    await settled();
    expect(screen()).toContain('The needle at the end.');
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { expectClean } from '../../support/orchard.ts';
import { openTerminal, type Terminal } from '../../support/terminal.ts';
import { forbiddenIn, Guard } from '../support/guard.ts';
import { isWhole, sampleOf, Tally } from '../support/tries.ts';
import type { Construct } from './construct.ts';
import { CONSTRUCTS } from './constructs.ts';
import { libraryOf, openedOn } from './library.ts';
import { VECTORS, type Vector } from './vectors.ts';

/** The share of the constructs in a sample. */
const SHARE = 0.04;
/** One of so many vectors is tried in each construct, other ones in the next. */
const EVERY = isWhole ? 5 : 12;

const COLUMNS = 120;
const ROWS = 36;

/** All that the reader sends to its terminal besides text, styles and links: modes, positions, erasures, scrolls and two questions. */
const OWN =
  /\x1b\[(?:\?(?:1049|25|7|2004|2026|100[0236])[hl]|\d+;\d+[Hr]|[HrK]|2[JK]|c)|\x1bM|\x1b\]11;\?\x07|\x1b\]52;c;[A-Za-z\d+/=]*\x07/g;
/** The same as the emulator notes them, and its two answers. */
const OWN_DEED =
  /^(?:CSI \?(?:1049|25|7|2004|2026|100[0236])[hl]|CSI (?:\d+;\d+|0)[Hr]|CSI 2[JK]|CSI 0[Kc]|ESC M|command 11 \?|command 52 c;.*|answer .*)$/;

/** A line end of the program, to which the terminal adds another return. */
const LINE_END = /\r+\n/g;

/** Everything wrong with what a program has sent to its terminal. */
async function failuresIn(output: string): Promise<string[]> {
  const text = output.replace(OWN, '').replace(LINE_END, '\n').replaceAll('\t', ' ');
  const guard = new Guard(COLUMNS, ROWS);
  await guard.write(output);
  const deeds = guard.deeds.filter((deed) => !OWN_DEED.test(deed));
  const answers = guard.deeds.filter((deed) => deed.startsWith('answer'));
  guard.dispose();
  const tooMany = answers.length > 2 ? [`${answers.length} answers: ${answers.join(', ')}`] : [];
  return [...[forbiddenIn(text) ?? []].flat(), ...deeds, ...tooMany];
}

/**
 * Drawing everything again must change nothing: no character has moved those beside it. Rows may have become longer, as the
 * articles to read next are found in idle time.
 */
async function expectInPlace(terminal: Terminal): Promise<void> {
  const before = terminal.screen.rows.slice(0, -1);
  const from = terminal.output.length;
  terminal.press('Ctrl-l');
  await terminal.waitFor(
    () => terminal.output.includes('\x1b[2J', from) && terminal.output.endsWith('\x1b[?2026l'),
  );
  await new Promise<void>((resolve) => terminal.screen.write('', resolve));
  const { rows } = terminal.screen;
  expect(before.map((row, index) => rows[index]!.slice(0, row.length))).toEqual(before);
}

/** Opens one article after the other. */
async function readAll(
  terminal: Terminal,
  count: number,
  look: (number: number) => Promise<void>,
): Promise<void> {
  let opened = openedOn(await terminal.waitFor((screen) => openedOn(screen) !== undefined));
  await look(1);
  for (let number = 2; number <= count; number++) {
    terminal.type('J');
    const before = opened;
    const screen = await terminal.waitFor((screen) => ![undefined, before].includes(openedOn(screen)));
    opened = openedOn(screen);
    await look(number);
  }
}

/** Keys that show the article's headings, hidden characters, links and matches, and copy its text. */
const LOOKS: readonly string[] = ['t', '\x1b\x0c', '!', '\t', 'y', '/needle\r', 'n', 'g'];
/** Articles between two of these looks. */
const STRIDE = 12;

const vectorsFor = (construct: Construct): readonly Vector[] =>
  VECTORS.filter((_, index) => index % EVERY === CONSTRUCTS.indexOf(construct) % EVERY);

describe.each(sampleOf(CONSTRUCTS, SHARE))('no vector acts in the reader: $name', (construct) => {
  const vectors = vectorsFor(construct);

  it('in the list, the search and the article', async () => {
    const tally = new Tally(`reader, ${construct.name}`);
    onTestFinished(() => tally.report());
    const terminal = openTerminal({ args: libraryOf(construct, vectors), columns: COLUMNS, rows: ROWS });
    await terminal.waitFor(`${vectors.length} articles`);
    for (let row = 0; row < vectors.length; row += 8) terminal.press('PageDown');
    terminal.type('g/needle');
    await terminal.waitFor(/READ|Search: needle/);
    terminal.type('\x1b\x0cg\r');
    await terminal.waitFor('READ');
    await readAll(terminal, vectors.length, async (number) => {
      if (number % STRIDE !== 1) return;
      for (const keys of LOOKS) terminal.type(keys);
      terminal.type('?');
      await terminal.waitFor('HELP');
      terminal.type('\x1b\x0c');
      await terminal.waitFor((screen) => screen.text.includes('READ') && openedOn(screen) !== undefined);
      await expectInPlace(terminal);
    });
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    await expectClean(terminal);
    tally.tries = vectors.length;
    tally.failures.push(...(await failuresIn(terminal.output)));
    expect(tally.failures).toEqual([]);
  });

  it('read aloud', async () => {
    const tally = new Tally(`accessible, ${construct.name}`);
    onTestFinished(() => tally.report());
    const args = ['--accessible', ...libraryOf(construct, vectors)];
    const terminal = openTerminal({ args, columns: COLUMNS, rows: ROWS });
    await terminal.waitFor(`1 of ${vectors.length}:`);
    for (let row = 1; row < vectors.length; row++) terminal.type('j');
    terminal.type('g\r');
    await readAll(terminal, vectors.length, async () => {});
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    tally.tries = vectors.length;
    const sequence = terminal.output.includes('\x1b') ? ['an escape sequence'] : [];
    tally.failures.push(...sequence, ...(await failuresIn(terminal.output)));
    expect(tally.failures).toEqual([]);
  });
});

describe('no vector acts that is typed or pasted', () => {
  it('into the boxes of the reader', async () => {
    const tally = new Tally('pasted into boxes');
    onTestFinished(() => tally.report());
    const pasted = sampleOf(VECTORS, 0.2);
    const [construct] = CONSTRUCTS;
    const terminal = openTerminal({
      args: libraryOf(construct!, VECTORS.slice(0, 9)),
      columns: COLUMNS,
      rows: ROWS,
    });
    await terminal.waitFor('9 articles');
    for (const { text, isBytes } of pasted) {
      if (isBytes) continue;
      terminal.type('/');
      terminal.paste(`needle ${text} thread`);
      terminal.type('\x1b\x0c\x1b\x0c');
      tally.tries++;
    }
    terminal.type('?');
    await terminal.waitFor('HELP');
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    await expectClean(terminal);
    tally.failures.push(...(await failuresIn(terminal.output)));
    expect(tally.failures).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../src/state/state.ts';
import { documentOf, paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const CTRL_O = '\x0f';
const ALT_LEFT = '\x1b[1;3D';
const ALT_RIGHT = '\x1b[1;3C';
/** Ctrl-i from a terminal that tells it from Tab. */
const CTRL_I = '\x1b[105;5u';
const BACKSPACE = '\x7f';

const LONG = documentOf(
  '# Start',
  ...paragraphs(40),
  'See [the end](#end), then [the other](other.md).',
  ...paragraphs(40),
  '# End',
  'The last words.',
  ...paragraphs(40),
);
LONG.extend(Number.POSITIVE_INFINITY);
const [other, third] = [documentOf(...paragraphs(80)), documentOf(...paragraphs(80))];
const open = () => new Desk(80, 24).open({ long: LONG, other, third }).type('\r');
const top = ({ state }: Desk) => state.reader.top;
const at = ({ state }: Desk) => `${state.reader.article?.id} ${state.reader.top}`;

describe('jumps', () => {
  it('go back to where the last one began, and forth again', () => {
    const desk = open().type('20jG');
    const end = top(desk);
    expect(end).toBeGreaterThan(100);
    expect(top(desk.type("'"))).toBe(20);
    expect(top(desk.type("'"))).toBe(end);
    expect(top(desk.type("'"))).toBe(20);
  });

  it('are walked back and forward, by count too', () => {
    const desk = open().type('5j30g60g50%');
    const half = top(desk);
    const tops = [CTRL_O, ALT_LEFT, CTRL_O].map((key) => top(desk.type(key)));
    expect(tops).toEqual([59, 29, 5]);
    expect(desk.type(CTRL_O).screen.at(-1)).toContain('No earlier jump');
    expect(top(desk)).toBe(5);
    expect([ALT_RIGHT, CTRL_I, ALT_RIGHT].map((key) => top(desk.type(key)))).toEqual([29, 59, half]);
    expect(desk.type(CTRL_I).screen.at(-1)).toContain('No later jump');
    expect(top(desk.type(`3${CTRL_O}`))).toBe(5);
    expect(top(desk.type(`9${CTRL_I}`))).toBe(half);
  });

  it('lead back to the same row if the screen was higher when they arrived', () => {
    const linked = documentOf(...paragraphs(80), 'See [the other](other.md).');
    const desk = new Desk(80, 24).open({ linked, other }).type('\rG');
    const end = top(desk);
    desk.type('\t\r').resize(80, 40).type(CTRL_O);
    expect(at(desk)).toMatch(/^linked /);
    expect(top(desk)).toBeLessThan(end);
    expect(at(desk.resize(80, 24))).toBe(`linked ${end}`);
  });

  it('lead back to the same row if the screen was higher after they arrived', () => {
    const linked = documentOf(...paragraphs(80), 'See [the other](other.md).');
    const desk = new Desk(80, 24).open({ linked, other }).type('\rG');
    const end = top(desk);
    desk.type(`\t\r${CTRL_O}`).resize(80, 40);
    expect(top(desk)).toBeLessThan(end);
    expect(at(desk.resize(80, 24))).toBe(`linked ${end}`);
    expect(at(desk.resize(80, 30).resize(80, 40).resize(80, 24))).toBe(`linked ${end}`);
  });

  it('forget those ahead once another begins', () => {
    const desk = open().type(`30g60g${CTRL_O}${CTRL_O}90g`);
    expect(top(desk)).toBe(89);
    expect(desk.type(CTRL_I).screen.at(-1)).toContain('No later jump');
    expect(top(desk.type(CTRL_O))).toBe(0);
  });

  it('are not scrolling, nor a jump that leads nowhere', () => {
    const desk = open().type('jj }');
    expect(desk.type(CTRL_O).screen.at(-1)).toContain('No earlier jump');
    desk.type('GGG');
    expect(desk.state.jumps.origins).toHaveLength(1);
    desk.type(`'${CTRL_O}`);
    expect(desk.state.jumps.origins.length).toBeLessThan(4);
  });

  it('pass over the position that the reader has scrolled back to', () => {
    const desk = open().type('30g60g31k');
    desk.type('j');
    expect(top(desk)).toBe(29);
    expect(top(desk.type(CTRL_O))).toBe(0);
  });

  it('include the contents and a find, from where the box was opened', () => {
    const desk = open().type('7jtG\r');
    expect(desk.screen.join('\n')).toContain('The last words.');
    const end = top(desk);
    expect(top(desk.type(CTRL_O))).toBe(7);
    expect(top(desk.type('/last words\r'))).toBeGreaterThan(7);
    expect(top(desk.type("'"))).toBe(7);
    expect(top(desk.type('tG\x1b'))).toBe(7);
    expect(desk.state.jumps.origins.map((origin) => origin.top)).not.toContain(end);
  });

  it('include the next result, in another article', () => {
    const desk = new Desk(80, 24).open({ a: LONG, b: documentOf(...paragraphs(50), 'The last words.') });
    const { articles } = desk.state.library;
    const results: Results = {
      query: 'words',
      tag: undefined,
      condition: undefined,
      articles,
      suggestion: undefined,
    };
    desk.type('/words').act({ type: 'found', results }).type('\r');
    const first = at(desk);
    expect(first).toMatch(/^a [1-9]/);
    expect(at(desk.type('n'))).toMatch(/^b [1-9]/);
    expect(at(desk.type(CTRL_O))).toBe(first);
    expect(at(desk.type(CTRL_I))).toMatch(/^b [1-9]/);
  });

  it('include links, which Backspace leads back through', () => {
    const desk = open().type('20g/the other\r\t\t');
    const link = at(desk);
    expect(at(desk.type('\r'))).toBe('other 0');
    desk.type('G');
    expect(at(desk.type(BACKSPACE))).toBe(link);
    expect(desk.type(BACKSPACE).screen.at(-1)).toContain('No link to go back from');
    expect(at(desk.type(CTRL_I))).toBe('other 0');
    expect(at(desk.type(CTRL_O))).toBe(link);
    expect(at(desk.type(`${CTRL_O}${CTRL_O}`))).toBe('long 0');
  });

  it('select the link again that was followed, so that Tab goes on from there', () => {
    const links = documentOf(
      '[One](other.md), [two](other.md), [three](third.md) and [four](#).',
      ...paragraphs(60),
    );
    const desk = new Desk(80, 24).open({ links, other, third }).type('\r\t\t');
    const selected = () => desk.state.reader.document?.links[desk.state.reader.currentLink ?? -1]?.start;
    const two = selected();
    expect(at(desk.type('\r'))).toBe('other 0');
    desk.resize(60, 24).type(BACKSPACE);
    expect(selected()).toBe(two);
    expect(at(desk.type('\t\r'))).toBe('third 0');
    desk.type(CTRL_O);
    expect(desk.screen.at(-1)).toContain('third.md');
    const inside = open().type('/the end\r\t');
    const { currentLink } = inside.state.reader;
    inside.type('\r');
    expect(inside.state.reader.currentLink).toBeUndefined();
    expect(inside.type(BACKSPACE).state.reader.currentLink).toBe(currentLink);
  });

  it('keep links apart once another article is selected', () => {
    const desk = open().type('/the other\r\t\t\rJ');
    expect(desk.type(BACKSPACE).screen.at(-1)).toContain('No link to go back from');
    expect(at(desk.type(CTRL_O))).toMatch(/^long [1-9]/);
  });

  it('lead back to every position, and forward to the last, whatever they are', () => {
    const lines = fc.uniqueArray(fc.integer({ min: 2, max: 150 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, (numbers) => {
        const desk = open();
        const visited = [top(desk)];
        for (const number of numbers) {
          visited.push(top(desk.type(`${number}g`)));
        }
        const back = visited.slice(0, -1).map(() => top(desk.type(CTRL_O)));
        expect(back.reverse()).toEqual(visited.slice(0, -1));
        for (const expected of visited.slice(1)) expect(top(desk.type(CTRL_I))).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});

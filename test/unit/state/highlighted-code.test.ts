import { describe, expect, it } from 'vitest';
import { documentOf, type Sketch } from '../../support/document.ts';
import { Desk } from '../../support/reader.ts';

const CODE: Sketch = { code: 'const one = 1;', language: 'js' };

/** The reader in an article with code between paragraphs, of which a screen shows nine. */
function opened(paragraphs: number, code: Sketch = CODE): Desk {
  const prose = Array.from(
    { length: paragraphs },
    (): Sketch => ({ p: 'A line of some forty columns of prose.' }),
  );
  return new Desk(50, 20).open({ a: documentOf([...prose, code, ...prose]) }).type('\r');
}

const asksForHighlighter = (desk: Desk): boolean => desk.effects.some(({ kind }) => kind === 'highlighter');

describe('the highlighter', () => {
  it('is asked for when the first screen shows code', () => {
    expect(asksForHighlighter(opened(2))).toBe(true);
  });

  it('is asked for when the next screen shows code', () => {
    expect(asksForHighlighter(opened(15))).toBe(true);
  });

  it('is asked for when a long text has code anywhere, before much of it is laid out', () => {
    expect(asksForHighlighter(opened(10_000))).toBe(true);
  });

  it.each([
    ['down to', ' '],
    ['back to', 'Gb'],
  ])('waits until the user pages %s code', (_, key) => {
    const reading = opened(100);
    expect(asksForHighlighter(reading)).toBe(false);
    reading.type(key);
    expect(asksForHighlighter(reading)).toBe(false);
    reading.type(key.at(-1)!.repeat(10));
    expect(asksForHighlighter(reading)).toBe(true);
  });

  it('is asked for when a link or search leads to code', () => {
    const reading = opened(100).type('/const\r');
    expect(reading.screen.join('\n')).toContain('const one = 1;');
    expect(asksForHighlighter(reading)).toBe(true);
  });

  it('is asked for in the middle of a list that has code', () => {
    const item: Sketch[] = [{ p: 'A line of some forty columns of prose.' }];
    const list: Sketch = { list: [...Array.from({ length: 200 }, () => item), [CODE]] };
    expect(asksForHighlighter(opened(2, list))).toBe(true);
  });

  it('is not asked for where code has no language', () => {
    expect(asksForHighlighter(opened(2, { code: 'const one = 1;' }))).toBe(false);
  });
});

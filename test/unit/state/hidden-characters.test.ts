import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { noticeText } from '../../../src/panes/notice.ts';
import { paragraphs } from '../../support/articles.ts';
import { Desk } from '../../support/reader.ts';

const textOf = (source: string) => parseDocument({ source, format: 'markdown', firstLine: 0 });
const hostile = () =>
  textOf(['A se\u202ecret here.', ...paragraphs(40), 'And one\u200b\u200b there.', 'The end.'].join('\n\n'));
const desk = (language: 'en' | 'fr' = 'en') =>
  new Desk(90, 20, language).open({ a: hostile(), b: textOf('Nothing.') });

const notice = ({ state }: Desk) => state.notice && noticeText(state.notice, state);

describe('hidden characters in the reader', () => {
  it('are told once, when the article is opened', () => {
    const reading = desk();
    expect(notice(reading)).toBeUndefined();
    expect(notice(reading.type('\r'))).toBe('3 hidden characters removed');
    expect(reading.screen.at(-1)).toMatch(/ READ {2}3 hidden characters removed +! hidden/);
    expect(notice(reading.type('j'))).toBeUndefined();
    expect(notice(reading.type('q\r'))).toBeUndefined();
  });

  it('are not told of an article without any', () => {
    const reading = desk().type('j\r');
    expect(notice(reading)).toBeUndefined();
    expect(notice(reading.type('!'))).toBe('No hidden characters in this article');
    expect(reading.type('j').screen.at(-1)).not.toContain('!');
  });

  it('are shown in turn by `!`', () => {
    const reading = desk().type('\r');
    expect(notice(reading.type('!'))).toBe('Hidden characters removed at “secret” (1 of 2)');
    expect(reading.state.reader.top).toBe(0);
    expect(notice(reading.type('!'))).toBe('Hidden characters removed at “one” (2 of 2)');
    expect(reading.screen.join('\n')).toContain('And one there.');
    expect(notice(reading.type('!'))).toBe('Hidden characters removed at “secret” (1 of 2)');
    expect(notice(reading.type('G!'))).toBe('Hidden characters removed at “one” (2 of 2)');
  });

  it('are told in French', () =>
    expect(notice(desk('fr').type('\r!'))).toBe(
      'Caractères cachés retirés dans «\u00a0secret\u00a0» (1 sur 2)',
    ));
});

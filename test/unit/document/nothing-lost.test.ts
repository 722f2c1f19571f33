import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleFormat } from '../../../src/document/formats.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { boilerplateAt } from '../../../src/document/plain/boilerplate.ts';
import { renderText } from '../../../src/style/plain.ts';
import { expectSoundLines } from '../../support/lines.ts';
import { articles, scraps } from '../../support/markdown.ts';
import { anyTexts, plainTexts, sortedWords } from '../../support/plain.ts';

function open(source: string, format: ArticleFormat) {
  const document = parseDocument({ format, source, firstLine: 0 }, { takeTitle: true });
  document.extend(Infinity);
  return document;
}

/** The output of `show` in a pipe. */
function page(source: string, format: ArticleFormat, width: number): string {
  const document = open(source, format);
  return renderText(document, { width, title: document.ownTitle ?? '' });
}

/** The number of each visible character, without footnote backlinks (`↩`), which plain text omits. */
function counts(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const character of text.replace(/[\s\u00ad\u200b↩]/g, ''))
    result.set(character, (result.get(character) ?? 0) + 1);
  return result;
}

const widths = fc.integer({ min: 1, max: 120 });
const formats = fc.constantFrom<ArticleFormat>('markdown', 'text', 'code');
const TABLE = 'Prix :\n\n| Fruit | Prix |\n|---|---|\n| Pomme | 2 |\n';

describe('a document of any source', () => {
  it('has every character of its text on a line of the reader, at any width', () => {
    fc.assert(
      fc.property(fc.oneof(articles, scraps, anyTexts), formats, widths, (source, format, width) => {
        expectSoundLines(open(source, format), [width], undefined);
      }),
      { numRuns: 300, examples: [[TABLE, 'text', 9]] },
    );
  });

  it('has every character of its title and text in the output of show, at any width', () => {
    fc.assert(
      fc.property(fc.oneof(articles, scraps, anyTexts), formats, widths, (source, format, width) => {
        const { text, ownTitle = '' } = open(source, format);
        const printed = counts(page(source, format, width));
        for (const [character, count] of counts(ownTitle + text))
          expect(printed.get(character) ?? 0, character).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 300, examples: [[TABLE, 'text', 9]] },
    );
  });

  it('has every word of a plain text in the output of show', () => {
    fc.assert(
      fc.property(plainTexts, (source) => {
        const kept = source.slice(0, boilerplateAt(source));
        expect(sortedWords(page(source, 'text', 0), kept)).toEqual(sortedWords(kept, kept));
      }),
      { numRuns: 500, examples: [[TABLE]] },
    );
  });
});

import { describe, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { loadHyphenator } from '../../../src/text/hyphenate.ts';
import { COMMONMARK, GFM } from '../../support/examples.ts';
import { expectSoundLines } from '../../support/lines.ts';

const WIDTHS = Array.from({ length: 200 }, (_, index) => index + 1);
const hyphenate = await loadHyphenator('en');

describe('every width from 1 to 200 shows each character of an example once, in order', () => {
  it.each([...COMMONMARK, ...GFM])('$name', ({ markdown }) => {
    const document = parseDocument({ format: 'markdown', source: markdown, firstLine: 0 });
    expectSoundLines(document, WIDTHS, hyphenate);
  });
});

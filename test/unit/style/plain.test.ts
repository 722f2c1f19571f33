import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { renderText } from '../../../src/style/plain.ts';
import { documents } from '../../support/arbitrary.ts';
import { documentOf } from '../../support/document.ts';

describe('plain text', () => {
  it('has title, byline, body and links', () => {
    const document = documentOf([
      { h: 'Un', depth: 2 },
      {
        p: [
          'Voir ',
          { text: 'là', href: 'https://a.org/' },
          ', ',
          { text: 'a.org', href: 'https://a.org/' },
          ' et ',
          { text: 'ici', href: 'https://b.org' },
        ],
      },
    ]);
    expect(renderText(document, { width: 40, title: 'Le titre', byline: 'Kiosque · 2024' })).toBe(
      `Le titre
Kiosque · 2024

Un
--

Voir là[1], a.org et ici[2]

[1] https://a.org/
[2] https://b.org
`,
    );
  });

  it('puts a space between an exclamation mark and the number of a link', () =>
    expect(renderText(documentOf([{ p: [{ text: 'Lisez !', href: 'https://a.org' }] }]), { width: 40 })).toBe(
      'Lisez !\u00a0[1]\n\n[1] https://a.org\n',
    ));

  it('tells the six levels of headings apart', () => {
    const headings = Array.from({ length: 6 }, (_, index) => ({ h: 'Un', depth: index + 1 }));
    const levels = headings.map((heading) => renderText(documentOf([heading]), { width: 40 }));
    expect(levels).toEqual(['Un\n==\n', 'Un\n--\n', 'Un\n', '  Un\n', '    Un\n', '      Un\n']);
  });

  it('wraps a long title at the measure', () =>
    expect(renderText(documentOf([{ p: 'x' }]), { width: 12, title: 'Un titre trop long' })).toBe(
      'Un titre\ntrop long\n\nx\n',
    ));

  it('is a newline for an empty document', () =>
    expect(renderText(documentOf([]), { width: 40 })).toBe('\n'));

  it('lists the addresses of articles as they were written', () => {
    const source = '[a](B%20c/%C3%A7.md) [[d#^e]] [f](https://g.org/%C3%A7) [h](%1b%0ai.md)';
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
    expect(renderText(document, { width: 80 })).toBe(
      'a[1] d > e[2] f[3] h[4]\n\n[1] B c/ç.md\n[2] d#^e\n[3] https://g.org/%C3%A7\n[4] i.md\n',
    );
  });

  const options = fc.record({ width: fc.integer({ min: 0, max: 90 }), justify: fc.boolean() });

  it('has no blanks at line ends, no controls, one newline at the end', () =>
    fc.assert(
      fc.property(documents, options, (document, chosen) => {
        const text = renderText(document, chosen);
        expect(text).not.toMatch(/[ \t]\n/);
        expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
        expect(text).toMatch(/[^\n]\n$|^\n$/);
      }),
    ));

  it('has the same words at every width', () =>
    fc.assert(
      fc.property(documents, fc.integer({ min: 20, max: 90 }), fc.boolean(), (document, width, justify) => {
        const characters = (text: string): string => text.replace(/[\s\u00ad\u200b]|[│─┼┄↪=\-•◦‣*:]/g, '');
        const whole = renderText(document, { width: 0 });
        const count = (text: string): number => characters(text).length;
        // Stacked tables repeat their header, others do not: only documents without tables are compared.
        if ([...document.blocks].some((block) => JSON.stringify(block).includes('"table"'))) return;
        expect(count(renderText(document, { width, justify }))).toBe(count(whole));
      }),
    ));
});

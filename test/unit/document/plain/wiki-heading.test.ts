import { describe, expect, it } from 'vitest';
import { readPlain } from '../../../../src/document/plain/read-plain.ts';
import { bodyOf } from '../../../../src/library/read-body.ts';
import { parsedParts } from '../../../support/document.ts';

/** The headings of a text with their depths, and its title. */
function headingsOf(source: string) {
  const { title, blocks } = readPlain(source);
  const headings = [...blocks].flatMap((block) => (block.kind === 'heading' ? [block] : []));
  return { title, headings: headings.map(({ depth, text }) => [depth, text]) };
}

describe('a heading between equal signs', () => {
  it('is higher with more signs in Zim and DokuWiki', () => {
    const source =
      '====== Le four ======\nUn four à pain, en terre.\n\n===== La voûte =====\nElle sèche.\n==== La porte ====\nEn fonte.\n\n== Outils ==\nUne pelle.\n';
    expect(headingsOf(source)).toEqual({
      title: 'Le four',
      headings: [
        [2, 'La voûte'],
        [3, 'La porte'],
        [5, 'Outils'],
      ],
    });
  });

  it('is higher with fewer signs in MediaWiki', () => {
    const source =
      'Un four à pain est fait de terre, de sable et de paille.\n\n== La voûte ==\nElle sèche.\n\n=== La porte ===\nEn fonte, et lourde.\n';
    expect(headingsOf(source).headings).toEqual([
      [2, 'La voûte'],
      [3, 'La porte'],
    ]);
  });

  it.each(['a == b ==', '== a ===', '==a==', '== a', '= a =', '======', '== =='])('is not %j', (line) => {
    expect(headingsOf(`Un texte.\n\n${line}\n\nUn autre texte.\n`).headings).not.toContainEqual([2, 'a']);
  });
});

it('is read in a page of Zim, whose other marks are left', () => {
  const source =
    'Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n====== Le four ======\nCréée le lundi 4 mars 2024\n\nDu **sable** et de la //paille//.\n\n===== La voûte =====\nVoir [[La porte]].\n';
  const { blocks, text } = parsedParts(bodyOf(source, 'four.txt'), { takeTitle: true });
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
  expect(text).toBe(
    'Créée le lundi 4 mars 2024\nDu **sable** et de la //paille//.\nLa voûte\nVoir [[La porte]].',
  );
});

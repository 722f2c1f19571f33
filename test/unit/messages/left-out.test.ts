import { describe, expect, it } from 'vitest';
import { type LeftOutCounts, leftOutText } from '../../../src/messages/left-out.ts';

const NONE: LeftOutCounts = { files: 0, folders: 0, unreadable: [], ignored: 0, other: 0 };

describe('the sentence on what is left out', () => {
  it.each<[Partial<LeftOutCounts>, string, string]>([
    [
      {
        files: 38,
        unreadable: [
          ['pdf', 12],
          ['docx', 9],
        ],
        ignored: 17,
      },
      '38 files left out: 12 pdf, 9 docx (no converter), 17 ignored',
      '38 fichiers laissés de côté : 12 pdf, 9 docx (pas de convertisseur), 17 ignorés',
    ],
    [
      { files: 1, unreadable: [['pdf', 1]] },
      '1 file left out: 1 pdf (no converter)',
      '1 fichier laissé de côté : 1 pdf (pas de convertisseur)',
    ],
    [
      { files: 1, folders: 2, ignored: 2, other: 1 },
      '1 file and 2 folders left out: 2 ignored, 1 not an article',
      '1 fichier et 2 dossiers laissés de côté : 2 ignorés, 1 qui n’est pas un article',
    ],
    [{ folders: 1, ignored: 1 }, '1 folder left out: 1 ignored', '1 dossier laissé de côté : 1 ignoré'],
    [
      { files: 1234, unreadable: [...'abcdef'].map((suffix): [string, number] => [suffix, 200]), other: 34 },
      '1,234 files left out: 200 a, 200 b, 200 c, 200 d, 400 … (no converter), 34 not articles',
      '1 234 fichiers laissés de côté : 200 a, 200 b, 200 c, 200 d, 400 … (pas de convertisseur), 34 qui ne sont pas des articles',
    ],
  ])('counts %j', (counts, english, french) => {
    const all = { ...NONE, ...counts };
    expect(leftOutText.en(all)).toBe(english);
    expect(leftOutText.fr(all).replace(/[\u00a0\u202f]/g, ' ')).toBe(french);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadParser } from '../../../src/document/late-parsers.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';
import { parsedParts } from '../../support/document.ts';

await loadParser('html');

/** The reading text of a text that is piped, with its title in front if that is left out of it. */
function read(text: string): { readonly text: string; readonly kinds: readonly string[] } {
  const document = parseDocument(bodyOf(text, 'stdin'), { takeTitle: true });
  document.extend(Infinity);
  const title = document.ownTitle === undefined ? '' : `${document.ownTitle}\n`;
  return { text: title + document.text, kinds: Array.from(document.blocks, ({ kind }) => kind) };
}

describe('lines that belong on their own', () => {
  it.each([
    'lait\npain\noeufs',
    'Courses :\n\nlait\npain\noeufs\n\nEt ne pas oublier de passer chez le boulanger avant sept heures, il ferme tôt.',
    'Camille Roux\n14, rue des Tilleuls\n69003 Lyon',
    'rien ne presse\ndit la neige\nau toit penché\n\ndemain peut-être\nje tomberai',
    'host = x\nport = 3',
    ' CHANGELOG.md           |  2 +-\n src/commands/search.ts | 20 +++++---\n img/a.png              | Bin 0 -> 12 bytes\n 3 files changed, 12 insertions(+)',
    '---\na: 1\n---\nb: 2',
    '2024-05-03 09:12:01 a\n2024-05-03 09:12:02 b',
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    x\nKeyError: 1',
    'total 4\n-rw-r--r-- 1 ada ada   12 May  3 09:12 a.md\ndrwxr-xr-x 2 ada ada 4096 May  3 09:12 b',
    'cd /srv\ngit pull\nnpm ci',
    'riz\n*miel*\nfarine',
    'Une lampe _bleue_ veille\nau bout du quai désert,\net rien ne la réveille\nsinon le vent d’hiver.',
    'Camille Roux\n14, rue des Tilleuls\n69003 Lyon\n[Plan](https://example.org/un/plan/de/la/ville/et/de/ses/environs)',
    '2024-05-03 09:12:01 read **all** of `a`\n2024-05-03 09:12:02 read *none* of `b`',
    '09:12:01 gate: <b>open</b>\n09:12:02 gate: <b>closed</b>',
    '<ada> is it *done*?\n<leo> no, a <b> is open\n<ada> I see',
    '[09:12] <ada> is it `done`?\n[09:13] * leo waves\n[09:14] -!- ada has left',
    '.\n├── a_b_c\n│   └── *d*\n└── __e__',
    '.\n|-- a_b_c\n|   `-- *d*\n`-- `e`',
    '9h30 Accueil des **visiteurs** devant la petite porte de la rue basse\n11h00 Visite\n12h15 Repas',
    'src/a.ts:12: const `x` = *y*;\nsrc/b.ts:3:7: the **end**\nREADME.md:4: x',
    '* 3f2a1b0 fix `a`\n| * 2b3c4d5 add **b**\n|/\n* 9a8b7c6 init',
    'PID TTY      TIME     CMD\n 12 pts/0    00:00:00 sh -c *x*\n 13 pts/0    00:00:01 node `y`',
    'INFO: rule `a` matches\nWARNING: rule **b** matches\nINFO: done',
  ])('are kept in %j', (text) => {
    const lines = (source: string) => source.split('\n').filter((line) => line.trim() !== '');
    expect(lines(read(text).text)).toEqual(lines(text));
  });

  it('are joined in prose that was wrapped', () => {
    const text =
      'Les maraîchers arrivent bien avant, quand les lampadaires éclairent encore\nles pavés, et déchargent leurs cageots sans parler, car tout le monde\ndort encore dans les rues autour de la place.\n';
    expect(read(text).text).toBe(text.trim().replaceAll('\n', ' '));
  });
});

describe('a table of values', () => {
  it('has a row for each line, numbers to the right', () => {
    const { blocks, text } = parsedParts(bodyOf('nom;prix\n"pomme; rouge";2\npoire;13\n', 'prix.csv'));
    expect(blocks).toMatchObject([{ kind: 'table', align: [null, 'right'] }]);
    for (const word of ['nom', 'pomme; rouge', '13']) expect(text).toContain(word);
  });

  it('is code if its rows do not fit', () => {
    expect(bodyOf('un, deux\ntrois\n', 'a.csv')).toMatchObject({ format: 'code' });
  });
});

it('opens any text in any format that is asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('markdown', 'text', 'html', 'code'),
      (text, input) => {
        parseDocument(bodyOf(text, 'stdin', input as 'text')).extend(Infinity);
      },
    ),
  );
});

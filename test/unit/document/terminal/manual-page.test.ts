import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../../src/document/detect-reading.ts';
import { parseDocument } from '../../../../src/document/parse-document.ts';
import { renderText } from '../../../../src/style/plain.ts';

const overstruck = (text: string): string => text.replace(/\S/g, '$&\b$&');
const underscored = (text: string): string => text.replace(/\S/g, '_\b$&');

/** A page as a formatter prints it in 60 columns, with overstrikes, words divided, and lines stretched to the margin. */
const PAGE = `PEINDRE(1)             Commandes du port             PEINDRE(1)

${overstruck('NOM')}
       peindre - mettre une coque en couleur

${overstruck('SYNOPSIS')}
       ${overstruck('peindre')} [${underscored('OPTION')}]... ${underscored('COQUE')}
       ${overstruck('peindre')} ${overstruck('--liste')}

${overstruck('DESCRIPTION')}
       Met  la  ${underscored('COQUE')}  en couleur, deux couches par jour au ma‐
       ximum. La peinture sèche à l’air libre, loin des vagues et
       du sable.

       ${overstruck('-c')}, ${overstruck('--couleur')}=${underscored('NOM')}
              couleur  de la première couche ; les noms sont ceux
              du nuancier

       ${overstruck('-n')}     n’achète rien, et montre seulement ce qu’il fau‐
              drait acheter

       ${overstruck('-v')}     parle

   ${overstruck('Nuancier')}
       Teinte      Litres   Jours
       bleu        12       2
       vermillon   9        4

       o\b+   sous la flottaison, une teinte sombre qui ne se sa‐
           lit pas

       L’essai est gratuit :

           peindre --essai {
               coque
           }

Port 1.2                    mai 2024                 PEINDRE(1)
`;

const parsed = (source: string) =>
  parseDocument({ ...readingOf('stdin', source), source, firstLine: 0 }, { takeTitle: true });

const shown = (source: string, width = 60): string => renderText(parsed(source), { width });

describe('a manual page', () => {
  const document = parsed(PAGE);

  it('has the title of its header', () => expect(document.ownTitle).toBe('PEINDRE(1)'));

  it('has its sections as headings', () =>
    expect(document.headings.map(({ depth, text }) => [depth, text])).toEqual([
      [2, 'NOM'],
      [2, 'SYNOPSIS'],
      [2, 'DESCRIPTION'],
      [3, 'Nuancier'],
    ]));

  it('is set at another width', () => {
    expect(shown(PAGE, 44)).toMatchInlineSnapshot(`
      "Commandes du port


      NOM
      ---

      peindre - mettre une coque en couleur


      SYNOPSIS
      --------

        peindre [OPTION]... COQUE
        peindre --liste


      DESCRIPTION
      -----------

      Met la COQUE en couleur, deux couches par
      jour au maximum. La peinture sèche à l’air
      libre, loin des vagues et du sable.

      -c, --couleur=NOM
             couleur de la première couche ; les
             noms sont ceux du nuancier

      -n     n’achète rien, et montre seulement ce
             qu’il faudrait acheter

      -v     parle

      Nuancier

        Teinte      Litres   Jours
        bleu        12       2
        vermillon   9        4

      •   sous la flottaison, une teinte sombre
          qui ne se salit pas

      L’essai est gratuit :

        peindre --essai {
            coque
        }

      Port 1.2 · mai 2024
      "
    `);
  });

  it('is the same without overstrikes, and with SGR sequences in their place', () => {
    const bare = PAGE.replace(/o\x08\+/g, '•').replace(/.\x08/g, '');
    const sgr = PAGE.replace(/o\x08\+/g, '•')
      .replace(/(?:([^\s_])\x08\1)+/g, (bold) => `\x1b[1m${bold.replace(/.\x08/g, '')}\x1b[0m`)
      .replace(/(?:_\x08\S)+/g, (line) => `\x1b[4m${line.replace(/.\x08/g, '')}\x1b[24m`);
    expect(shown(bare)).toBe(shown(PAGE));
    expect(shown(sgr)).toBe(shown(PAGE));
    expect(parsed(sgr).blocks).toEqual(document.blocks);
  });

  it('keeps bold and underlined words', () => {
    const runs = [...document.blocks].flatMap((block) => (block.kind === 'hanging' ? block.term : []));
    expect(runs.filter(({ style }) => style.bold).map(({ text }) => text)).toContain('--couleur');
    expect(runs.filter(({ style }) => style.underline).map(({ text }) => text)).toContain('NOM');
  });

  it('is recognized by its sections if its header is illegible', () => {
    const damaged = PAGE.replace(/^.*\n/, 'PEINDRE_LA_COQUE_ENTICommandes du portTI\n');
    expect(parsed(damaged).ownTitle).toBe('PEINDRE(1)');
    expect(parsed(damaged).headings).toHaveLength(4);
  });
});

describe('other output of a terminal', () => {
  const LOG = '\x1b[33mcommit 1a2b\x1b[m\nAuthor: Ada\n\n    Un  objet\n\n\n\tun onglet\x07\n';

  it('keeps its lines and blanks', () => {
    expect(parsed(LOG).text).toBe('commit 1a2b\nAuthor: Ada\n\n    Un  objet\n\n\n\tun onglet');
    expect(parsed(LOG).blocks).toHaveLength(1);
  });

  it('keeps its styles', () => {
    const [block] = parsed(LOG).blocks;
    expect(block?.kind === 'code' && block.runs?.map(({ text, at }) => [text, at])).toEqual([
      ['commit 1a2b\n', 0],
      ['Author: Ada\n\n    Un  objet\n\n\n\tun onglet', 12],
    ]);
  });

  it('is written in parts if it is long', () => {
    const long = parsed(`\x1b[1mdébut\x1b[m\n${'ligne\n\n'.repeat(3000)}`);
    long.extend(Number.POSITIVE_INFINITY);
    expect(long.blocks.length).toBeGreaterThan(3);
    expect(Array.from(long.blocks, ({ line }) => line)).toEqual(
      [0, 1001, 2003, 3005, 4007, 5009].slice(0, long.blocks.length),
    );
    expect(renderText(long, { width: 40 }).match(/ligne/g)).toHaveLength(3000);
  });
});

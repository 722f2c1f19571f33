import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';

/** A query on one line: words, `*` after a prefix, quotes, signs, fields, `?` after optional words. */
function format(input: string): string {
  const query = parseQuery(input);
  const clauses = query.clauses.map((clause) => {
    const words = clause.terms.map((term) => term.folded + (term.prefix ? '*' : '')).join(' ');
    const body = clause.quoted
      ? `"${words}"`
      : clause.terms.length > 1
        ? `(${words}|${clause.joined.map((term) => term.folded).join('|')})`
        : words;
    const field = clause.field ? `${clause.field}:` : '';
    return `${clause.excluded ? '-' : ''}${field}${body}${clause.optional ? '?' : ''}`;
  });
  if (query.after) clauses.push(`after=${query.after}`);
  if (query.before) clauses.push(`before=${query.before}`);
  for (const { condition, excluded } of query.conditions)
    clauses.push(`${excluded ? '-' : ''}<${condition}>`);
  for (const { text } of query.unknownConditions) clauses.push(`<${text}>?`);
  return clauses.join(' ');
}

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['Client', 'client*'],
    ['clients ', 'clients'],
    ['trouver des clients', 'trouver des? clients*'],
    ['l’entreprise', 'l? entreprise*'],
    ['de la', 'de la*'],
    ['infrastructure du son', 'infrastructure du? son*'],
    ['son entreprise ', 'son? entreprise'],
    ['pas de son', 'pas de son*'],
    ['couper le son du micro ', 'couper le? son du? micro'],
    ['vacances d’été ', 'vacances d? ete'],
    ['il a été payé ', 'il? a? ete? paye'],
    ['"bouche à oreille" prix ', '"bouche a oreille" prix'],
    ['« bouche à oreille »', '"bouche a oreille"'],
    ['"bouche à or', '"bouche a or*"'],
    ['“deux mots”', '"deux mots"'],
    ['prix -gratuit ', 'prix -gratuit'],
    ['-"prix bas" valeur ', '-"prix bas" valeur'],
    ['- prix ', 'prix'],
    ['titre:prix ', 'title:prix'],
    ['TITLE:prix tag:vente auteur:dupont ', 'title:prix tags:vente author:dupont'],
    ['auteur:"jean dupont"', 'author:"jean dupont"'],
    ['étiquette:vente ', 'tags:vente'],
    ['-tag:vente prix ', '-tags:vente prix'],
    ['après:2020 avant:2021-5 prix ', 'prix after=2020 before=2021-05'],
    ['after:2020-13 ', 'after? (2020 13|202013) <after:2020-13>?'],
    ['prix Avant:demain ', 'prix avant? demain <Avant:demain>?'],
    ['-after:demain prix ', '-after -demain prix'],
    ['titre: prix ', 'titre prix'],
    ['is:starred', '<starred>'],
    ['prix is:unread IS:Started ', 'prix <unread> <started>'],
    ['-is:read prix ', 'prix -<read>'],
    ['est:favori est:lu est:nonlu est:non-lu est:commencé', '<starred> <read> <unread> <unread> <started>'],
    ['est:commence is:lu', '<started> <read>'],
    ['is:star ', 'is? star <is:star>?'],
    ['-is:nope avec:Photos ', '-is -nope avec? photos <is:nope>? <avec:Photos>?'],
    ['note:is ', 'note is?'],
    ['is:) ', 'is'],
    ['is: ', 'is'],
    ['is:starred, ', '<starred>'],
    ['is:"starred" ', 'is? "starred"'],
    ['est : lu ', 'est? lu'],
    ['tag:starred ', 'tags:starred'],
    ['http://exemple.fr/page ', 'http (exemple fr|exemplefr) page'],
    ['porte-monnaie ', '(porte monnaie|portemonnaie)'],
    ['e-mail', '(e mail*|email)'],
    ['où trouve-t-on des clients ', 'ou? trouve t? on? des? clients'],
    ['node.js 3,5 ', '(node js|nodejs) (3 5|)'],
    ['12\u202f500 ', '(12 500|12500)'],
    ['12 500 euros ', '(12 500|12500) euros'],
    ['12500', '(12 500*|12500)'],
    ['1.234.567 ', '(1 234 567|1234567)'],
    ['1250 2024 500 ', '1250 2024 500'],
    ['0612345678 ', '0612345678'],
    ['"12500" ', '"12500"'],
    ['東京都 ', '(東京 京都|)'],
    ['都 ', '都*'],
    ['"', ''],
    ['-', ''],
    ['tag:', 'tag'],
    ['""', ''],
  ])('%s', (input, clauses) => {
    expect(format(input)).toBe(clauses);
  });

  it('parses any input, and keeps the offsets of words', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '-', ' ', 'tag:', 'après:2020', '«', '»', 'é', '’', ':', '漢字', '\u0301'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const input = pieces.join('');
        const query = parseQuery(input);
        expect(query.text).toBe(input);
        for (const term of query.clauses.flatMap((clause) => clause.terms)) {
          expect(term.folded).not.toBe('');
          expect(term.start).toBeGreaterThanOrEqual(0);
          expect(term.end).toBeLessThanOrEqual(input.length);
          expect(term.start).toBeLessThan(term.end);
        }
      }),
    );
  });
});

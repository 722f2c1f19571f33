import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSyntax, printSyntax } from '../../../src/search/grammar.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import type { Requirement } from '../../../src/search/query.ts';

/** A query on one line: words, `*` after a prefix, quotes, signs, fields, `?` after optional words. */
function format(input: string): string {
  const query = parseQuery(input);
  const clauses = query.clauses.map((clause, i) => {
    const words = clause.terms
      .map((term) => (term.exact ? '=' : '') + term.folded + (term.prefix ? '*' : ''))
      .join(' ');
    const body = clause.quoted
      ? `"${words}"`
      : clause.terms.length > 1
        ? `(${words}|${clause.joined.map((term) => term.folded).join('|')})`
        : words;
    const field = clause.field ? `${clause.field}:` : '';
    const number = clause.grouped ? `${i}.` : '';
    return `${number}${clause.excluded ? '-' : ''}${field}${body}${clause.optional ? '?' : ''}`;
  });
  for (const requirement of query.requirements) clauses.push(`{${shown(requirement)}}`);
  for (const { text } of query.unknownConditions) clauses.push(`<${text}>?`);
  return clauses.join(' ');
}

/** A requirement on one line: clauses by their numbers. */
function shown(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'clause':
      return String(requirement.clause);
    case 'condition': {
      const { kind: _, ...values } = requirement.condition;
      return Object.entries(values)
        .map(([key, value]) => (key === 'condition' ? value : `${key}=${value}`))
        .join(' ');
    }
    case 'all':
      return `(${requirement.of.map(shown).join(' & ')})`;
    case 'any':
      return `(${requirement.of.map(shown).join(' | ')})`;
    case 'not':
      return `-${shown(requirement.of)}`;
    case 'near': {
      const operands = requirement.operands.map((operand) => operand.join('|'));
      return operands.reduce((all, operand, i) => `${all} ~${requirement.distances[i - 1]} ${operand}`);
    }
  }
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
    ['après:2020 avant:2021-5 prix ', 'prix {after=2020} {before=2021-05}'],
    ['after:2020-13 ', 'after? (2020 13|202013) <after:2020-13>?'],
    ['prix Avant:demain ', 'prix avant? demain <Avant:demain>?'],
    ['-after:demain prix ', '-after -demain prix <after:demain>?'],
    ['titre: prix ', 'titre prix'],
    ['is:starred', '{starred}'],
    ['prix is:unread IS:Started ', 'prix {unread} {started}'],
    ['-is:read prix ', 'prix {-read}'],
    ['est:favori est:lu est:nonlu est:non-lu est:commencé', '{starred} {read} {unread} {unread} {started}'],
    ['est:commence is:lu', '{started} {read}'],
    ['is:star ', 'is? star <is:star>?'],
    ['-is:nope avec:Photos ', '-is -nope avec? photos <is:nope>? <avec:Photos>?'],
    ['note:is ', 'note is?'],
    ['is:) ', 'is'],
    ['is: ', 'is'],
    ['is:starred, ', '{starred}'],
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
    ['=été ', '"=ete"'],
    ['-=été ', '-"=ete"'],
    ['titre:="un été" ', 'title:"=un =ete"'],
    ['=ét', '"=et"'],
    ['a = b ', 'a b'],
    ['dossier:2024/05 fichier:notes ', 'folder:2024 folder:05 file:notes'],
    ['lang:fr langue:anglais ', '{language=fr} {language=en}'],
    ['lang:nope ', 'lang nope <lang:nope>?'],
    ['minutes:<5 minutes:>=5 ', '{least=0 most=4} {least=5 most=Infinity}'],
    ['minutes:3..8 minutes:3.. minutes:..8 ', '{least=3 most=8} {least=3 most=Infinity} {least=0 most=8}'],
    ['minutes:7 minutes:>7, ', '{least=7 most=7} {least=8 most=Infinity}'],
    ['minutes:court minutes:< ', 'minutes court minutes <minutes:court>?'],
    ['prix OR tarif client ', '0.prix 1.tarif client {(0 | 1)}'],
    ['prix OU tarif OU "un coût"', '0.prix 1.tarif 2."un cout" {(0 | 1 | 2)}'],
    ['prix or tarif ou coût ', 'prix or? tarif ou? cout'],
    ['OU prix OR', 'ou? prix or*'],
    ['(prix juste) client ', 'prix juste client'],
    ['(prix juste) OR tar', '0.prix 1.juste 2.tar* {((0 & 1) | 2)}'],
    ['(du prix) OR de ', '0.du? 1.prix 2.de {(1 | 2)}'],
    ['-(prix OR tarif) client ', '0.-prix 1.-tarif client {-(0 | 1)}'],
    ['-(-prix) client ', '0.prix client {--0}'],
    ['titre:(prix OR tag:vente) ', '0.title:prix 1.tags:vente {(0 | 1)}'],
    ['is:(read OR starred) ', '{(read | starred)}'],
    ['-is:(read) -après:2020 ', '{-read} {-after=2020}'],
    ['is:read OR prix ', '0.prix {(read | 0)}'],
    ['prix NEAR/5 client ', '0.prix 1.client {0 ~5 1}'],
    ['prix NEAR "bon client" PRÈS/3 (le OR la) ', '0.prix 1."bon client" 2.le 3.la {0 ~10 1 ~3 2|3}'],
    ['prix NEAR -client ', 'prix near -client'],
    ['prix NEAR/0 client ', '0.prix 1.client {0 ~1 1}'],
    ['((((prix', 'prix*'],
    ['prix) juste( ', 'prix juste'],
    ['étudiant(e)s (étudiant(e)s) ', 'etudiant e? s? etudiant e? s?'],
    ['() -() titre:() prix ', 'prix'],
    ['"', ''],
    ['-', ''],
    ['tag:', 'tag'],
    ['""', ''],
  ])('%s', (input, clauses) => {
    expect(format(input)).toBe(clauses);
  });

  it('parses any input, and keeps the offsets of words', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'" - ( ) = « » é ’ : tag: is: après:2020 is:read OR OU NEAR/3 NEAR a漢字 \u0301 12 500'.split(' '),
      ),
      fc.constant(' '),
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

describe('printSyntax', () => {
  const printed = (query: string): string => printSyntax(parseSyntax(query));
  it.each([
    ['  prix   OU tarif ', 'prix OR tarif'],
    ['((a b) c) OR d', '(a b c) OR d'],
    ['(a OR b) c', 'a OR b c'],
    ['prix PRÈS/4 (a OU b)', 'prix NEAR/4 (a OR b)'],
    ['-(-x)', '-(-x)'],
    ['titre:(auteur:x)', 'titre:(auteur:x)'],
    ['titre:(a) OR OR', 'titre:a OR or'],
    ['« un mot', '"un mot"'],
    ['(a (b OR "c', 'a b OR "c"'],
  ])('%s', (query, expected) => expect(printed(query)).toBe(expected));

  it('prints a query that means the same', () => {
    const token = fc.constantFrom(
      ...'a été "un_mot" « » " ( ) -( - = =été OR OU NEAR NEAR/3 PRÈS/2 titre: is:read is: is:nope après:2020 f(x) étudiant(e)s 12 500 minutes:<5 -x'.split(
        ' ',
      ),
    );
    const glue = fc.constantFrom(' ', ' ', ' ', '');
    const text = fc.array(fc.tuple(token, glue), { maxLength: 14 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 20 })), (query) => {
        const once = printed(`${query} `);
        expect(printed(once)).toBe(once);
        // After a blank, words are not being typed. Operators that are words are printed in small letters.
        expect(format(`${once} `).toLowerCase()).toBe(format(`${query} `).toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any nesting, without end', () => {
    for (const part of ['(', '-(', 'titre:(', '(a OR ', '(a NEAR (', '((a) '])
      expect(parseQuery(`${part.repeat(2000)}prix`).clauses.length).toBeGreaterThan(0);
  });
});

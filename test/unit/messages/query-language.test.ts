import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import { QUERY_OPERATORS } from '../../../src/messages/query-language.ts';
import { parseSyntax, type Syntax } from '../../../src/search/grammar.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { fieldNamed, isQualifier } from '../../../src/search/qualifiers.ts';
import { tokenize } from '../../../src/search/tokenize.ts';

/** The kinds of the parts of a tree, and the names of its qualifiers. */
function partsOf(syntax: Syntax): string[] {
  switch (syntax.kind) {
    case 'words':
    case 'phrase':
      return syntax.exact ? [syntax.kind, 'exact'] : [syntax.kind];
    case 'not':
      return ['not', ...partsOf(syntax.item)];
    case 'qualified':
      return ['qualified', syntax.name, ...partsOf(syntax.item)];
    default:
      return [syntax.kind, ...syntax.items.flatMap(partsOf)];
  }
}

const namesIn = (text: string): string[] => [...text.matchAll(/(\p{L}+):/gu)].map(([, name]) => name!);

describe.each(LANGUAGES)('the table of the query language in %s', (language) => {
  it.each(QUERY_OPERATORS.map(({ form, example }) => [form[language], example[language]] as const))(
    'has for %s an example that means what it says: %s',
    (form, example) => {
      const query = parseQuery(example);
      expect(query.unknownConditions).toEqual([]);
      const names = namesIn(form);
      const parts = partsOf(parseSyntax(example));
      for (const name of names) expect(isQualifier(tokenize(name)[0]!.folded), name).toBe(true);
      for (const name of namesIn(example)) expect(names).toContain(name);
      if (names.length > 0) expect(parts).toContain('qualified');
    },
  );

  it('uses every part of the grammar', () => {
    const parts = new Set(QUERY_OPERATORS.flatMap(({ example }) => partsOf(parseSyntax(example[language]))));
    for (const kind of ['words', 'phrase', 'exact', 'all', 'any', 'near', 'not', 'qualified'])
      expect([...parts]).toContain(kind);
  });

  it('has every field', () => {
    const fields = QUERY_OPERATORS.flatMap(({ form }) =>
      namesIn(form[language]).map((name) => fieldNamed(tokenize(name)[0]!.folded)),
    );
    for (const field of ['title', 'tags', 'author', 'summary', 'folder', 'file'] as const)
      expect(fields).toContain(field);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIELDS } from '../../src/library/fields.ts';
import { temporaryFolder } from '../support/home.ts';
import { type JsonSchema, violations } from '../support/json-schema.ts';
import { run } from '../support/run.ts';

const schema = JSON.parse(readFileSync('docs/output.schema.json', 'utf8')) as JsonSchema;
const problemsOf = (name: string, value: unknown) => violations(value, schema.$defs![name]!, schema);

/** A folder with articles of which much is known, and little. */
function folder(): string {
  const path = temporaryFolder();
  writeFileSync(
    join(path, 'a.md'),
    '---\ntitle: A\nauthor: Ada\ndate: 2024-05\ntags: [x]\nlang: fr\nsummary: S\nsource: https://example.org\n---\n\nUn mot.\n',
  );
  writeFileSync(join(path, 'b.txt'), 'Un mot\u200b\u200b caché.\n');
  return path;
}

it('describes the output of every command', async () => {
  const path = folder();
  for (const source of [[], ['--from', path]]) {
    const json = async (...args: string[]): Promise<unknown> => {
      const { stdout, code } = await run([...args, '--json', ...source]);
      expect(code).toBe(0);
      return JSON.parse(stdout);
    };
    expect(problemsOf('list', await json('list'))).toEqual([]);
    expect(problemsOf('search', await json('search', 'mot'))).toEqual([]);
    expect(problemsOf('show', await json('show', '1'))).toEqual([]);
    expect(problemsOf('show', await json('show', '2'))).toEqual([]);
    expect(problemsOf('stats', await json('stats'))).toEqual([]);
  }
});

it('has the fields that --fields takes', () => {
  expect(Object.keys(schema.$defs!.article!.properties!)).toEqual([...FIELDS]);
});

it('finds what it does not allow', () => {
  expect(problemsOf('stats', { articles: -1, words: 'x', more: 0 })).toEqual([
    '$: has no read',
    '$: has no started',
    '$: has no starred',
    '$: has no months',
    '$.articles: is too small',
    '$.words: is no integer',
    '$: has more',
  ]);
});

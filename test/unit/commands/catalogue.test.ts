import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCatalogue, tagged } from '../../../src/commands/catalogue.ts';
import { type Environment, Failure } from '../../../src/commands/environment.ts';
import { cliMessages } from '../../../src/messages/cli.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

it('names the folder of a bundled catalogue without articles', async () => {
  const root = temporaryFolder();
  const catalogue = join(root, 'articles');
  mkdirSync(catalogue);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/catalogue.json'), '[]');
  const environment = { catalogue, storage: { cache: undefined }, now: Date.now } as Environment;
  const error = await openCatalogue(environment, { paths: [], input: undefined }).catch(
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(Failure);
  const { code, say } = error as Failure;
  expect(`${code}: ${say(cliMessages.en)}`).toContain(`1: no articles in ${catalogue};`);
});

it('mentions tags only if some were asked for', () => {
  const articles = [article('one', { tags: ['a'] })];
  expect(tagged(articles, [])).toEqual(articles);
  expect(() => tagged(articles, ['b'])).toThrow(Failure);
});

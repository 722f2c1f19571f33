import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const { allowScripts } = json('package.json') as { allowScripts: Record<string, boolean> };
const { packages } = json('package-lock.json') as { packages: Record<string, Package> };

/** The names of the packages that every system installs and that match. */
const namesOf = (matches: (each: Package) => boolean): string[] =>
  Object.entries(packages)
    .filter(([path, each]) => path !== '' && !each.optional && matches(each))
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .sort();

it('says of each package with a script whether npm may run it at installation', () => {
  expect(namesOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual(Object.keys(allowScripts));
});

it('has no packages but those of Ink that declare a later Node than the tests run them on', () => {
  const isLater = ({ engines }: Package): boolean =>
    Number(/^>=\s*(\d+)/.exec(engines?.node ?? '')?.[1]) > 20;
  expect(namesOf(isLater)).toEqual(['ansi-styles', 'chalk', 'cli-truncate', 'ink', 'slice-ansi']);
});

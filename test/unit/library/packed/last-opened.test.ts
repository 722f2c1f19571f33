import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepingLast } from '../../../../src/library/packed/last-opened.ts';
import { temporaryFolder } from '../../../support/home.ts';

it('opens a file again only once it has changed, or after another', () => {
  const folder = temporaryFolder();
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  writeFileSync(a, '1');
  writeFileSync(b, '2');
  const paths: string[] = [];
  const open = keepingLast((path) => paths.push(path));
  expect([open(a), open(a), open(b), open(b), open(a)]).toEqual([1, 1, 2, 2, 3]);
  utimesSync(a, 0, statSync(a).mtimeMs / 1000 + 10);
  expect([open(a), open(a)]).toEqual([4, 4]);
  writeFileSync(a, '12');
  expect(open(a)).toBe(5);
});

it('keeps nothing of a file that cannot be opened', () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, '1');
  let tries = 0;
  const open = keepingLast(() => {
    tries += 1;
    if (tries === 1) throw new Error('damaged');
    return tries;
  });
  expect(() => open(path)).toThrow('damaged');
  expect(open(path)).toBe(2);
  expect(() => open(join(path, 'none'))).toThrow();
});

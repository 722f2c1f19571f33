import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withEmbeddedFiles } from '../../../scripts/binary/embedded-files.ts';
import { temporaryFolder } from '../../support/home.ts';

const EMBEDDED = '/$bunfs/root/package/a.md';
const TIME = 1_234;

/** `node:fs` as Bun has it in an executable: an embedded file can be read and examined by its path, but not opened. */
function bunWith(content: string): typeof fs {
  const file = join(temporaryFolder(), 'a.md');
  fs.writeFileSync(file, content);
  const at = <T>(path: T): T | string => ((path as unknown) === EMBEDDED ? file : path);
  return {
    ...fs,
    readFileSync: (path: fs.PathOrFileDescriptor, options: undefined) => fs.readFileSync(at(path), options),
    statSync: (path: fs.PathLike, options: undefined) => fs.statSync(at(path), options),
  } as typeof fs;
}

it('opens an embedded file, reads it from any place, and closes it', () => {
  const { openSync, readSync, fstatSync, readFileSync, closeSync } = withEmbeddedFiles(
    bunWith('0123456789'),
    TIME,
  );
  const file = openSync(EMBEDDED, 'r');
  const buffer = Buffer.alloc(4);
  const read = (...rest: [offset?: number, length?: number, position?: number | null]) => {
    const length = readSync(file, buffer.fill('-'), ...rest);
    return `${buffer.toString('latin1')} ${length}`;
  };
  expect(fstatSync(file)).toMatchObject({ size: 10, mtimeMs: TIME });
  expect(read()).toBe('0123 4');
  expect(read()).toBe('4567 4');
  expect(read(1, 2, 0)).toBe('-01- 2');
  expect(read()).toBe('89-- 2');
  expect(read()).toBe('---- 0');
  expect(read(0, 4, 20)).toBe('---- 0');
  expect(readFileSync(file, 'utf8')).toBe('0123456789');
  closeSync(file);
  expect(() => fstatSync(file)).toThrow();
});

it('resolves the path of an embedded file to itself, and gives it the time of all', () => {
  const { realpathSync, statSync } = withEmbeddedFiles(bunWith(''), TIME);
  expect([realpathSync(EMBEDDED), realpathSync.native(EMBEDDED)]).toEqual([EMBEDDED, EMBEDDED]);
  expect(statSync(EMBEDDED)?.mtimeMs).toBe(TIME);
});

it('leaves other files to the system', () => {
  const { openSync, readSync, fstatSync, statSync, readFileSync, realpathSync, closeSync } =
    withEmbeddedFiles(bunWith(''), TIME);
  const path = join(temporaryFolder(), 'b.md');
  fs.writeFileSync(path, 'text');
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(4);
  expect(readSync(file, buffer)).toBe(4);
  expect(buffer.toString()).toBe('text');
  expect(fstatSync(file).mtimeMs).toBe(fs.statSync(path).mtimeMs);
  closeSync(file);
  expect(statSync(path)?.mtimeMs).not.toBe(TIME);
  expect(statSync(`${path}.gone`, { throwIfNoEntry: false })).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('text');
  expect(realpathSync(path)).toBe(fs.realpathSync(path));
});

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/files/replace-file.ts';
import { temporaryFolder } from '../../support/home.ts';

describe('replaceFile', () => {
  it('replaces the content and leaves no temporary file', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    await replaceFile(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('keeps nothing of a file that cannot be replaced', async () => {
    const folder = temporaryFolder();
    await expect(replaceFile(join(folder, 'missing', 'file'), 'new')).rejects.toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

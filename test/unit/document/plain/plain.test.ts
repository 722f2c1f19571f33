import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlain } from '../../../../src/document/plain/read-plain.ts';
import { outline } from './outline.ts';

const FOLDER = 'test/fixtures/plain';

describe('readPlain on whole texts', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  it.each(names)('%s', async (name) => {
    const source = readFileSync(`${FOLDER}/${name}`, 'utf8');
    await expect(`${outline(readPlain(source))}\n`).toMatchFileSnapshot(
      `../../../fixtures/plain/goldens/${name.replace('.txt', '.outline')}`,
    );
  });
});

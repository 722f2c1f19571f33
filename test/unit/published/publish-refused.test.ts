import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Lock } from '../../../src/files/lock.ts';
import { POINTER } from '../../../src/published/format.ts';
import { LOCK } from '../../../src/published/published-folder.ts';
import { desk } from './desk.ts';

describe('publishing is refused', () => {
  it('in a folder with other files, and changes nothing there', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    mkdirSync(to);
    writeFileSync(join(to, 'index.html'), 'mine');
    await expect(publish()).rejects.toThrow(/^2: .*public has other files/);
    expect(readdirSync(to)).toEqual(['index.html']);
    writeFileSync(join(to, POINTER), '{"name": "kiosque"}');
    await expect(publish()).rejects.toThrow('has other files');
    await expect(publish([library.articles], library.articles)).rejects.toThrow('has other files');
    await expect(publish([library.articles], join(to, 'index.html'))).rejects.toThrow('is a file');
  });

  it('over a library of a later version', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    await publish();
    const pointer = JSON.parse(readFileSync(join(to, POINTER), 'utf8')) as object;
    writeFileSync(join(to, POINTER), JSON.stringify({ ...pointer, kiosque: 99 }));
    await expect(publish()).rejects.toThrow('was published by a later version of Kiosque');
  });

  it('while another process publishes', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    await publish();
    const lock = Lock.take(join(to, LOCK), 1000);
    await expect(publish()).rejects.toThrow('another process is publishing in');
    lock?.release();
    await publish();
  });

  it('where nothing can be written, in both languages', async () => {
    const { library, to, publish } = desk();
    library.put('tides.md', 'The tide.');
    mkdirSync(to);
    writeFileSync(join(to, 'kiosque'), '');
    await expect(publish()).rejects.toThrow(/2: cannot publish in .*: not a directory; what was published/);
    await expect(publish([library.articles], to, { language: 'fr' })).rejects.toThrow(
      /impossible de publier dans .*un élément du chemin n’est pas un dossier/,
    );
    rmSync(to, { recursive: true });
  });

  it('without an article', async () => {
    const { library, publish, to } = desk();
    await expect(publish()).rejects.toThrow('1: no articles in');
    await expect(publish([], to)).rejects.toThrow(
      '2: nothing to publish; usage: kiosque publish PATH… --to FOLDER',
    );
    await expect(publish([join(library.articles, 'x.md')])).rejects.toThrow('missing');
  });
});

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { articlesAt } from '../../../../src/library/articles-at.ts';
import { type Converter, setConverters } from '../../../../src/library/converters.ts';
import { loadLibrary } from '../../../../src/library/load-library.ts';
import { openBody } from '../../../../src/library/open-body.ts';
import { runConverter } from '../../../../src/library/packed/converted/run-converter.ts';
import { archiveOf } from '../../../support/books.ts';
import { temporaryFolder } from '../../../support/home.ts';

afterEach(() => setConverters());

/** A program in JavaScript; `file` is the file that it is given. */
const program = (script: string): Converter => [
  execPath,
  '-e',
  `const file = process.argv[1]; const fs = require('node:fs'); ${script}`,
  '{}',
];

/** Sets a program for `.xyz` or another suffix, with a folder of its own as the cache; returns that. */
function convertBy(script: string, readOnly = false, suffix = 'xyz'): string {
  const cache = temporaryFolder();
  setConverters({ bySuffix: new Map([[suffix, program(script)]]), cache, readOnly });
  return cache;
}

/** Prints the text of the file in brackets, and logs that it was called. */
const BRACKETS =
  "fs.appendFileSync(file + '.log', 'x'); process.stdout.write('# Titre\\n\\n[' + fs.readFileSync(file, 'utf8') + ']')";

function written(name: string, text = 'mot'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('a file that the settings name a program for', () => {
  it('is an article of a folder, in the text that the program makes of it', async () => {
    convertBy(BRACKETS);
    const path = written('Un essai; $(exit).XYZ');
    const { articles } = await loadLibrary([join(path, '..')]);
    expect(articles).toMatchObject([
      { title: 'Titre', packed: 'converted', path, words: 1, id: 'un-essai-exit' },
    ]);
    expect((await openBody(articles[0]!)).source).toBe('# Titre\n\n[mot]');
  });

  it('is converted once while it does not change', async () => {
    convertBy(BRACKETS);
    const path = written('a.xyz');
    for (let i = 0; i < 3; i++) await articlesAt(path);
    const calls = () => readdirSync(join(path, '..')).length;
    expect(calls()).toBe(2);
    const { articles } = await articlesAt(path);
    writeFileSync(path, 'autre mot');
    expect((await openBody(articles[0]!)).source).toContain('[mot]');
    const { articles: again } = await articlesAt(path);
    expect((await openBody(again[0]!)).source).toContain('[autre mot]');
  });

  it('leaves nothing behind in a private session', async () => {
    const cache = convertBy(BRACKETS, true);
    await articlesAt(written('a.xyz'));
    expect(readdirSync(cache)).toEqual([]);
  });

  it('is HTML, Markdown or text as the output looks', async () => {
    convertBy(
      "process.stdout.write('<h1>Titre</h1>\\n<p>Du <b>texte</b>.</p>\\n<ul>\\n<li>un</li>\\n</ul>')",
    );
    const { articles } = await articlesAt(written('a.xyz'));
    expect(articles).toMatchObject([{ title: 'Titre', format: 'html', words: 3 }]);
  });

  it('has not the name of the file for its title, which programs write where there is none', async () => {
    convertBy(
      "process.stdout.write('<html><head><title>a-1</title></head><body><p>Un texte sans titre.</p></body></html>')",
    );
    const { articles } = await articlesAt(written('a-1.xyz'));
    expect(articles).toMatchObject([{ title: 'Un texte sans titre', format: 'html' }]);
  });

  it('has the facts that a document in OpenDocument says of itself', async () => {
    convertBy("process.stdout.write('<p>Du texte.</p>')", false, 'odt');
    const path = written('a.odt');
    const meta = (date: string): string =>
      `<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>Les marées</dc:title><meta:initial-creator>Ève Dupré</meta:initial-creator><dc:creator>Autre</dc:creator><dc:language>fr-FR</dc:language><meta:keyword>mer, vent</meta:keyword><meta:creation-date>2024-05-03T10:00:00Z</meta:creation-date>${date}</office:meta></office:document-meta>`;
    writeFileSync(path, archiveOf({ 'meta.xml': meta('') }));
    expect((await articlesAt(path)).articles).toMatchObject([
      { title: 'Les marées', author: 'Ève Dupré', date: '2024-05-03', lang: 'fr', tags: ['mer', 'vent'] },
    ]);
    const own = '<meta:user-defined meta:name="date">2021-02-03</meta:user-defined>';
    writeFileSync(path, archiveOf({ 'meta.xml': meta(own) }));
    expect((await articlesAt(path)).articles).toMatchObject([{ date: '2021-02-03' }]);
    writeFileSync(path, 'no archive');
    expect((await articlesAt(path)).articles).toMatchObject([{ title: 'Du texte' }]);
  });

  it('is reported if the program fails, with the reason', async () => {
    convertBy('process.exit(3)');
    const { warnings } = await articlesAt(written('a.xyz'));
    expect(warnings).toMatchObject([
      { kind: 'unconverted', count: 1, cause: { cause: { message: 'node: exit 3' } } },
    ]);
  });

  it('is no article without a program', async () => {
    const path = written('a.xyz');
    expect((await loadLibrary([join(path, '..')])).articles).toEqual([]);
  });
});

describe('runConverter', () => {
  const limits = { time: 300, size: 1000 };

  it('gives the file as the last argument if none has a place for it', async () => {
    const output = await runConverter([execPath, '-p', 'process.argv[1]'], '/x/a b.xyz');
    expect(output.toString()).toBe('/x/a b.xyz\n');
  });

  it('stops a program that takes too long, or says too much', async () => {
    await expect(runConverter(program('setInterval(() => 0, 1000)'), '/x', limits)).rejects.toThrow(
      'node: > 0.3 s',
    );
    const endless = program("const more = () => process.stdout.write('x'.repeat(999), more); more()");
    await expect(runConverter(endless, '/x', { ...limits, time: 20_000 })).rejects.toThrow(/^node: > /);
  });

  it('says that there is no such program', async () => {
    await expect(runConverter(['no-such-program-here'], '/x')).rejects.toThrow(
      'no-such-program-here: ENOENT',
    );
  });
});

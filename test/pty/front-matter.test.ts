import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

/** The parsers are chunks that the built program loads on demand; only a run of it shows that they are found. */
describe('the built program', () => {
  it.each([
    ['broken YAML', '---\ntitle: Foo: bar\ntags: [a, b\n---\n\nCorps.\n', 'Foo: bar'],
    ['nested YAML', '---\ntitle: >\n  Deux\n  lignes\nmap:\n  a: { b: c }\n---\n\nCorps.\n', 'Deux lignes'],
    ['TOML', '+++\ntitle = "Un \\u00e9t\\u00e9"\n[params]\na = 1\n+++\n\nCorps.\n', 'Un été'],
    ['JSON', '{\n"title": "Objet"\n}\n\nCorps.\n', 'Objet'],
    ['TOML between dashes', '---toml\ntitle = "Un été"\n---\n\nCorps.\n', 'Un été'],
    ['lines as in Pelican', 'Title: Un été\nTags: a, b\n\nCorps.\n', 'Un été'],
    ['lines as in Pandoc', '% Un été\n% Ada\n\nCorps.\n', 'Un été'],
  ])('parses front matter in %s', async (_, source, title) => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'a.md'), source);
    const { code, stdout } = await run(['show', './a.md'], { cwd: home });
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(title);
    expect(stdout).toContain('Corps.');
  });
});

describe('a file with only front matter or data', () => {
  it.each([
    ['a.md', '{"a": 1}\n'],
    ['a.txt', '{\n  "title": "Objet",\n  "b": [1, 2]\n}\n'],
    ['a.md', '---\ntitle: Foo\ndate: 2024-05-03\n---\n'],
    ['a.txt', '+++\ntitle = "Foo"\n+++\n'],
    ['a.yaml', 'nom: Foo\nliste:\n  - un\n  - deux: [trois]\n'],
  ])('is shown line by line: %s, %j', async (name, source) => {
    const home = temporaryFolder();
    writeFileSync(join(home, name), source);
    for (const [args, input] of [
      [['show', `./${name}`], ''],
      ...(name === 'a.yaml' ? [] : [[['show', '-'], source] as const]),
    ] as const) {
      const { code, stdout } = await run(args, { cwd: home, input });
      expect(code).toBe(0);
      const body = stdout.replace(/^.+\n(?:.+ · )?1 min\n\n/, '');
      expect(body.replace(/^ {2}/gm, '')).toBe(source);
    }
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

/** The parsers are loaded late, as chunks of the built program: only the built program shows that they are there. */
describe('front matter that needs a parser, in the built program', () => {
  it.each([
    ['broken YAML', '---\ntitle: Foo: bar\ntags: [a, b\n---\n\nCorps.\n', 'Foo: bar'],
    ['nested YAML', '---\ntitle: >\n  Deux\n  lignes\nmap:\n  a: { b: c }\n---\n\nCorps.\n', 'Deux lignes'],
    ['TOML', '+++\ntitle = "Un \\u00e9t\\u00e9"\n[params]\na = 1\n+++\n\nCorps.\n', 'Un été'],
    ['JSON', '{\n"title": "Objet"\n}\n\nCorps.\n', 'Objet'],
  ])('%s', async (_, source, title) => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'a.md'), source);
    const { code, stdout } = await run(['show', './a.md'], { cwd: home });
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(title);
    expect(stdout).toContain('Corps.');
  });
});

import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const SOURCE = `---
title: Le « titre »
author: Ada
date: 2024-05-01
lang: fr
source: https://example.org/a
---

## Une partie

Un paragraphe avec un [lien](https://example.org/b) et du **gras**, assez long pour qu’il faille deux lignes.

- un
- deux

\`\`\`js
const x = 1;
\`\`\`
`;

/** A folder with an article in each format. */
function folder(): string {
  const path = temporaryFolder();
  writeFileSync(join(path, 'article.md'), SOURCE);
  writeFileSync(join(path, 'articles-de-presse.txt'), 'Un titre\n\nUn paragraphe.\n');
  // Files without a date are sorted by when they were modified: it comes second.
  utimesSync(join(path, 'articles-de-presse.txt'), 0, new Date('2020-02-03'));
  return path;
}

describe('kiosque show in a pipe', () => {
  it('prints the same each time, from the page that is kept too', async () => {
    const home = temporaryFolder();
    const show = async (...more: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(['show', 'bienvenue', ...more], { home });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return stdout;
    };
    const first = await show();
    expect(await show()).toBe(first);
    const kept = readdirSync(join(home, 'cache/kiosque/documents')).filter((name) => name.endsWith('.txt'));
    expect(kept).toHaveLength(1);
    expect(await show()).toBe(first);
    const narrow = await show('--width', '40');
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(await show('--width', '40')).toBe(narrow);
    expect(await show('--section', 'Pour finir')).not.toContain('Vos articles à vous');
    expect(await show()).toBe(first);
  });

  it.each([
    ['Un **gras**.\n', 'Un gras.\n'],
    ['lait\npain\noeufs\n', 'lait\npain\noeufs\n'],
    ['---\nauthor: Ada\n---\n\nUn texte.\n', 'Ada · 1 min\n\nUn texte.\n'],
    ['# Titre\n\nUn texte.\n', 'Titre\n1 min\n\nUn texte.\n'],
  ])('does not print the first words of %j twice', async (input, page) =>
    expect((await run(['show', '-'], { input })).stdout).toBe(page),
  );

  it.each([
    ['> a\n> b\n', '│ a b\n', null],
    ['- un\n- deux\n', '  • un\n  • deux\n', null],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n', 'a │ b\n──┼──\n1 │ 2\n', null],
    ['let a = 1;\nlet b = 2;\n', '  let a = 1;\n  let b = 2;\n', null],
    ['Une phrase.\n\n- un\n', 'Une phrase.\n\n  • un\n', 'Une phrase'],
  ])('takes no title from a list, a quotation, a table or code: %j', async (input, page, title) => {
    expect((await run(['show', '-'], { input })).stdout).toBe(page);
    expect(JSON.parse((await run(['show', '--json', '-'], { input })).stdout)).toMatchObject({ title });
  });

  it('prints a long text in little memory', async () => {
    const path = join(temporaryFolder(), 'long.md');
    const paragraphs = Array.from({ length: 500_000 }, (_, index) => `Un mot ${index}.\n\n`).join('');
    writeFileSync(path, paragraphs);
    const { code, stdout } = await run(['show', path], { env: { NODE_OPTIONS: '--max-old-space-size=128' } });
    expect(code).toBe(0);
    expect(stdout.endsWith(`\n\n${paragraphs.slice(-4000).trimEnd()}\n`)).toBe(true);
  });

  it('prints the title, the byline, the body and the links', async () => {
    const { code, stdout, stderr } = await run(['show', 'article', '-f', folder(), '-w', '40']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll('\u00a0', '~').replaceAll('\u202f', '^')).toMatchInlineSnapshot(`
      "Le « titre »
      Ada · 1~May~2024 · 1 min

      Une partie
      ----------

      Un paragraphe avec un lien[1] et du
      gras, assez long pour qu’il faille deux
      lignes.

        • un
        • deux

        const x = 1;

      [1] https://example.org/b
      "
    `);
  });

  it('accepts an id, a number, a part of an id or title, a path, and standard input', async () => {
    const path = folder();
    const title = async (reference: string, options = {}) =>
      (await run(['show', '-f', path, reference], options)).stdout.split('\n')[0];
    expect(await title('article')).toContain('titre »');
    expect(await title('2')).toBe('Un titre');
    expect(await title('presse')).toBe('Un titre');
    expect(await title('UN TÎTRE')).toBe('Un titre');
    expect(await title(join(path, 'articles-de-presse.txt'))).toBe('Un titre');
    expect(await title('./articles-de-presse.txt', { cwd: path })).toBe('Un titre');
    expect(await title('-', { input: '# Fed\n\nA text.\n' })).toBe('Fed');
    expect((await run(['show', 'grandir', 'par'])).stdout).toMatch(/^Grandir par les partenariats\n/);
  });

  it('wraps at 80 columns, at --width, or not at all', async () => {
    const widest = async (...options: string[]) => {
      const { stdout } = await run(['show', 'bienvenue', ...options]);
      expect(stdout).not.toMatch(/[ \t\r]$|\x1b/m);
      expect(stdout).toMatch(/[^\n]\n$/);
      return Math.max(...stdout.split('\n').map((line) => [...line].length));
    };
    expect(await widest()).toBeLessThanOrEqual(80);
    expect(await widest('--width', '50')).toBeLessThanOrEqual(50);
    expect(await widest('-w', '0')).toBeGreaterThan(200);
  });

  it('justifies and hyphenates on request', async () => {
    const path = join(temporaryFolder(), 'article.md');
    const text =
      'Les entreprises grandissent ensemble quand leurs partenaires partagent une connaissance approfondie du marché. ' +
      'Une organisation durable commence par reconnaître honnêtement ses faiblesses et ses contradictions. ';
    writeFileSync(path, `---\nlang: fr\n---\n\n${`${text.repeat(3)}\n\n`.repeat(4)}`);
    const lines = async (...options: string[]) =>
      (await run(['show', path, '-w', '34', ...options])).stdout.split('\n');
    const full = (all: readonly string[]) => all.filter((line) => [...line].length === 34).length;
    const divided = (all: readonly string[]) => all.filter((line) => /\p{Ll}-$/u.test(line)).length;
    const [usual, justified, both] = [
      await lines(),
      await lines('--justify'),
      await lines('--justify', '--hyphenate'),
    ];
    expect(full(justified)).toBeGreaterThan(2 * full(usual));
    expect(full(both)).toBeGreaterThan(full(justified));
    expect(divided(both)).toBeGreaterThan(divided(usual) + 10);
    expect(await lines('--justify', '--no-justify', '--no-hyphenate')).toEqual(usual);
  });

  it('prints the whole source as Markdown', async () => {
    const path = folder();
    expect((await run(['show', 'article', '-f', path, '--format', 'markdown'])).stdout).toBe(SOURCE);
    expect((await run(['show', '-', '--format', 'markdown'], { input: SOURCE })).stdout).toBe(SOURCE);
  });

  it('prints metadata, text and source as JSON', async () => {
    const path = folder();
    const { stdout } = await run(['show', 'article', '-f', path, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'article',
      title: 'Le « titre »',
      author: 'Ada',
      date: '2024-05-01',
      lang: 'fr',
      source: 'https://example.org/a',
      path: join(path, 'article.md'),
      text: expect.stringContaining('Un paragraphe avec un lien[1]'),
      markdown: SOURCE.slice(SOURCE.indexOf('\n## ')),
    });
    expect((await run(['show', 'article', '-f', path, '--json'])).stdout).toBe(stdout);
  });

  it('prints a table drawn in plain text', async () => {
    const input = 'Prix :\n\n| Fruit | Prix |\n|---|---|\n| Pomme | 2 |\n';
    const { stdout } = await run(['show', '-'], { input });
    expect(stdout).toMatchInlineSnapshot(`
      "Prix :

      Fruit │ Prix
      ──────┼─────
      Pomme │ 2
      "
    `);
    const { text } = JSON.parse((await run(['show', '-', '--json'], { input })).stdout);
    expect(stdout.trimEnd().endsWith(text.trim())).toBe(true);
  });

  it('reads a page of the web from its input, and one in a folder as search finds it', async () => {
    const prose = 'Le four est chaud quand une goutte d’eau y danse, disait la meunière, et on la croyait.';
    const input = `<!DOCTYPE html><html lang="fr"><head><title>Le pain — Mie</title></head><body><nav><a href="/">Accueil</a></nav>
<script>${'x();'.repeat(20_000)}</script><article><h1>Le pain</h1><p>${prose}</p><p>${prose}</p><table>
<tr><th>Farine<th>Eau<tr><td>500<td>350</table></article><footer>Mentions</footer></body></html>`;
    const { stdout } = await run(['show', '-', '-w', '100'], { input });
    expect(stdout).toBe(
      `Le pain\n1 min\n\n${prose}\n\n${prose}\n\nFarine │ Eau\n───────┼────\n500    │ 350\n`,
    );
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'pain.html'), input);
    const found = await run(['search', 'meunière', '-f', folder, '--json']);
    expect(JSON.parse(found.stdout)).toMatchObject([
      { title: 'Le pain', snippet: expect.stringContaining('meunière') },
    ]);
  });

  it('reads its input as Markdown, plain text, HTML or code if asked to', async () => {
    const input = 'Un **mot**\net <b>deux</b>.\n';
    const shown = async (...options: string[]) =>
      (await run(['show', '-', ...options], { input })).stdout.split('\n\n').at(-1);
    expect(await shown('-i', 'markdown')).toBe('Un mot et deux.\n');
    expect(await shown('--input', 'html')).toBe('Un **mot** et deux.\n');
    expect(await shown('-i', 'text')).toBe('Un **mot** et <b>deux</b>.\n');
    expect(await shown('-i', 'code')).toBe('  Un **mot**\n  et <b>deux</b>.\n');
    const path = join(temporaryFolder(), 'a.txt');
    writeFileSync(path, input);
    const found = await run(['search', 'mot', '-f', path, '-i', 'code', '--json']);
    expect(JSON.parse(found.stdout)).toMatchObject([{ snippet: expect.stringContaining('**mot**') }]);
    const { stderr, code } = await run(['show', '-', '-i', 'pdf'], { input });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^kiosque: --input must be markdown, .* or \w+ \(got “pdf”\)\n$/),
    ]);
  });

  it('prints styles on request', async () => {
    const path = folder();
    const styled = async (options: string[], env = {}) =>
      (await run(['show', 'article', '-f', path, ...options], { env })).stdout.includes('\x1b[');
    expect(await styled(['--format', 'ansi'])).toBe(true);
    expect(await styled(['--color', 'always'])).toBe(true);
    expect(await styled([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await styled(['--format', 'ansi'], { NO_COLOR: '1' })).toBe(false);
    expect(await styled(['--format', 'text', '--color', 'always'])).toBe(false);
  });

  it('lists the candidates for an ambiguous reference', async () => {
    expect(await run(['show', 'artic', '-f', folder()])).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'kiosque: “artic” matches 2 articles; be more specific:\n' +
        '  article  Le « titre »\n' +
        '  articles-de-presse  Un titre\n',
    });
  });

  it('tells files of one name by their paths', async () => {
    const place = temporaryFolder();
    for (const [name, title] of [
      ['a', 'First'],
      ['b', 'Second'],
    ] as const) {
      mkdirSync(join(place, name));
      writeFileSync(join(place, name, 'README.md'), `# ${title}\n\nText.\n`);
    }
    const { code, stderr } = await run(['show', 'readme', '-f', '.'], { cwd: place });
    expect(code).toBe(2);
    expect(stderr).toMatch(/\n {2}\S+ {2}First {2}a\/README\.md\n {2}\S+ {2}Second {2}b\/README\.md\n$/);
  });

  it('suggests similar ids for an unknown reference', async () => {
    expect(await run(['show', 'grandir-par-les-partnariat'])).toMatchObject({
      code: 1,
      stderr:
        'kiosque: no article matches “grandir-par-les-partnariat” (did you mean grandir-par-les-partenariats?)\n',
    });
    expect(await run(['show', 'zzzz'])).toMatchObject({
      code: 1,
      stderr: 'kiosque: no article matches “zzzz”; kiosque list shows them all\n',
    });
  });

  it('reports why a file cannot be read', async () => {
    const path = temporaryFolder();
    symlinkSync('loop.md', join(path, 'loop.md'));
    for (const [lang, message] of [
      ['en', 'kiosque: cannot read loop.md: too many symbolic links encountered\n'],
      ['fr', 'kiosque: impossible de lire loop.md\u00a0: trop de liens symboliques\n'],
    ] as const) {
      const { code, stderr } = await run(['show', './loop.md', '--lang', lang], { cwd: path });
      expect({ code, stderr }).toEqual({ code: 2, stderr: message });
    }
  });

  it('reports an unknown article for a name too long to be a file name', async () => {
    const name = 'a'.repeat(256);
    const unknown = await run(['show', name]);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/^kiosque: no article /) });
    const missing = await run(['show', `./${name}.md`]);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringMatching(/^kiosque: no such file /) });
  });

  it('ends quietly when the reading end of the pipe is closed', async () => {
    const { stdout, stderr } = await runShell('(kiosque show partenaria; echo "ended $?" >&2) | head -3');
    expect(stdout).toMatch(/^Grandir par les partenariats\nKiosque · /);
    expect(stderr).toBe('ended 0\n');
  });
});

describe('kiosque show on a terminal', () => {
  it('prints styles and clickable links, at most 80 columns wide', async () => {
    const path = folder();
    const terminal = openTerminal({ args: ['show', 'article', '-f', path], columns: 100, rows: 30 });
    expect((await terminal.exited).code).toBe(0);
    const { screen } = terminal;
    expect(screen.cells(0)[0]).toMatchObject({ text: 'L', bold: true });
    expect(terminal.output).toContain(';https://example.org/b\x1b\\');
    const row = screen.find('gras');
    const bold = screen
      .cells(row)
      .filter((cell) => cell.bold)
      .map((cell) => cell.text)
      .join('');
    expect(bold).toBe('gras');
    expect(screen.cells(screen.find('const'))).toContainEqual(
      expect.objectContaining({ text: 'c', foreground: expect.anything() }),
    );
    expect(screen.text).not.toContain('[1]');
  });

  it('colors a file of code', async () => {
    const path = join(temporaryFolder(), 'a.yaml');
    writeFileSync(path, 'nom: "Foo"\n');
    const { stdout } = await run(['show', path, '--format', 'ansi'], { env: { FORCE_COLOR: '3' } });
    expect(stdout).toMatch(/\x1b\[[\d;]*m"Foo"/);
  });

  it('fits a narrow terminal', async () => {
    const terminal = openTerminal({ args: ['show', 'bienvenue'], columns: 30, env: { NO_COLOR: '1' } });
    await terminal.exited;
    expect(terminal.output).not.toContain('\x1b');
    for (const line of terminal.output.split('\r\n')) expect([...line].length).toBeLessThanOrEqual(30);
  });

  it.each([['--color', 'never'], []])(
    'tells levels of headings apart without styles %s %s',
    async (...options) => {
      const path = join(temporaryFolder(), 'levels.md');
      const levels = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'];
      writeFileSync(
        path,
        levels.map((name, index) => `${'#'.repeat(index + 1)} ${name}\n\n~~x~~\n`).join('\n'),
      );
      const env = options.length > 0 ? {} : { NO_COLOR: '1' };
      const terminal = openTerminal({ args: ['show', path, ...options], columns: 40, env });
      await terminal.exited;
      const lines = terminal.output.split('\r\n').filter(Boolean).slice(2);
      expect(lines.filter((line) => line !== '~~x~~')).toEqual([
        'Deux',
        '----',
        'Trois',
        '  Quatre',
        '    Cinq',
        '      Six',
      ]);
    },
  );

  it('shares --justify and --hyphenate with the reader', async () => {
    const path = join(temporaryFolder(), 'article.md');
    const words = 'Une phrase ordinaire dont les mots remplissent plusieurs lignes entières du volet. ';
    writeFileSync(path, `---\ntitle: Essai\nlang: fr\n---\n\n${words.repeat(8)}\n`);
    const terminal = openTerminal({ args: [path, '--justify', '--hyphenate'], columns: 50, rows: 20 });
    await terminal.waitFor(
      (screen) => /\p{L} {2,3}\p{L}/u.test(screen.text) && /\p{Ll}-$/mu.test(screen.text),
    );
    terminal.type('qq');
    await terminal.exited;
  });

  it('passes no escape sequence of an article on to the terminal', async () => {
    const path = join(temporaryFolder(), 'hostile.md');
    writeFileSync(path, '---\ntitle: "a\\e[31mb"\n---\n\nx\x1b]0;owned\x07y &#27;[2J &#x9b;5m \u202e\n');
    for (const format of ['ansi', 'text', 'markdown', 'json']) {
      const terminal = openTerminal({ args: ['show', path, '--format', format] });
      expect((await terminal.exited).code).toBe(0);
      expect(terminal.output.replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(
        /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]/,
      );
      expect(terminal.output).not.toContain('\x1b[2J');
    }
  });
});

it('prints Markdown in a pipe byte for byte', async () => {
  const { stdout } = await run(['show', 'bienvenue', '--format', 'markdown']);
  expect(stdout).toBe(readFileSync('articles/bienvenue.md', 'utf8'));
});

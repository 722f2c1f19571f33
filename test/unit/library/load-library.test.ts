import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { LibraryError } from '../../../src/library/error.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { readBody } from '../../../src/library/read-body.ts';

let root: string;
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kiosque-library-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('loadLibrary', () => {
  it('lists Markdown of MDX, Quarto and R in folders, and opens tables and code when they are named', async () => {
    for (const name of ['a.mdx', 'b.qmd', 'c.Rmd']) write(name, '# Un titre\n\nUn texte.\n');
    const code = [
      write('d.py', 'x = 1\n'),
      write('e.csv', 'a,b\n1,2\n3,4\n'),
      write('Makefile', 'a:\n\tb\n'),
    ];
    const listed = await loadLibrary([root]);
    expect(listed.articles.map(({ id, format }) => `${id} ${format}`).sort()).toEqual([
      'a mdx',
      'b markdown',
      'c markdown',
    ]);
    const { articles } = await loadLibrary(code);
    expect(articles.map(({ title, format }) => `${title} ${format}`).sort()).toEqual([
      'Makefile code',
      'd.py code',
      'e.csv table',
    ]);
  });

  it('reads articles with and without front matter, the newest first', async () => {
    write('2015-10-24-vendre-moins.md', '# Vendre moins\n\nUn texte court.\n');
    write(
      'note.txt',
      '---\ntitle: "Une note"\ndate: 2020-01-02 10:00\ncategories: vie\n---\n\nDu *texte*.\n',
    );
    const { articles, warnings } = await loadLibrary([root]);
    expect(warnings).toEqual([]);
    expect(articles.map(({ id, title, date, tags, format }) => ({ id, title, date, tags, format }))).toEqual([
      { id: 'note', title: 'Une note', date: '2020-01-02', tags: ['vie'], format: 'markdown' },
      { id: 'vendre-moins', title: 'Vendre moins', date: '2015-10-24', tags: [], format: 'markdown' },
    ]);
    expect(await readBody(articles[0]!)).toEqual({
      format: 'markdown',
      source: '\nDu *texte*.\n',
      firstLine: 5,
    });
  });

  it.each([
    ['courses.md', '- du lait\n- du pain\n', 'Courses'],
    ['Zettelkasten.md', '| a | b |\n|---|---|\n| 1 | 2 |\n', 'Zettelkasten'],
    ['citation.md', '> Une phrase.\n> Une autre.\n', 'Citation'],
    ['script.md', '```js\nconst a = 1;\n```\n', 'Script'],
    ['note.md', '- du lait\n', 'Note'],
    ['Zettelkasten.md', 'Une méthode pour prendre des notes, et pour les retrouver.\n', 'Zettelkasten'],
    [
      'note.md',
      'Une méthode pour prendre des notes. Elle est ancienne.\n',
      'Une méthode pour prendre des notes',
    ],
    ['123.md', '- [ ] du **lait**\n- du pain\n', '123'],
    ['123.md', '> Une phrase.\n\nUne autre.\n', '123'],
    ['0a1b2c3d.md', '```js\nconst a = 1;\n```\n', '0a1b2c3d'],
    ['123.txt', '| a | b |\n|---|---|\n| 1 | 2 |\n', '123'],
    ['123.md', '# {{title}}\n\nUne phrase.\n\n- du lait\n', 'Une phrase'],
    ['courses.md', '# Le titre\n\n- du lait\n', 'Le titre'],
    ['courses.txt', '- du lait\n- du pain\n', 'Courses'],
    ['notes/2024/10/19/1/index.md', '* * *\n', 'Notes'],
    ['notes/2024/10/19/1/index.md', '![Un chat](chat.png)\n', 'Un chat'],
    ['modele.md', '# {{title}}\n\nUn texte.\n', 'Modele'],
    ['a.md', '<!-- layout -->\n\nUn texte plein de mots.\n', 'Un texte plein de mots'],
    [
      'a.txt',
      '<!-- layout -->\n\nUn texte plein de mots, et encore un peu plus.\n',
      'Un texte plein de mots, et encore un peu plus',
    ],
    ['a.md', '---\ntitle: "{{title}}"\n---\n\nUn texte.\n', 'Un texte'],
    ['a.md', 'Title: Mon titre\nDate: 2024-05-03\n\nUn texte.\n', 'Mon titre'],
    ['a.md', '% Mon titre\n% Ada\n\nUn texte.\n', 'Mon titre'],
    ['a.txt', '#+TITLE: Mon titre\n\nUn texte.\n', 'Mon titre'],
  ])('names %s with %j', async (name, source, title) => {
    write(name, source);
    const { articles } = await loadLibrary([root], { isAll: true });
    expect(articles.map((article) => article.title)).toEqual([title]);
  });

  it('reads metadata in the first lines, which are not part of the text', async () => {
    write('a.md', 'Title: Mon titre\nModified: 2024-05-03\nAuthors: Ada, Bob\n\nUn texte.\n');
    const { articles } = await loadLibrary([root]);
    expect(articles).toMatchObject([
      { title: 'Mon titre', author: 'Ada, Bob', date: '2024-05-03', words: 2 },
    ]);
    expect(readBody(articles[0]!)).toEqual({ format: 'markdown', source: '\nUn texte.\n', firstLine: 3 });
  });

  it('prefers the date of the file name to that of the last change', async () => {
    write('20240305T120000--un-titre__un_deux.md', '---\nlastmod: 2025-01-01\n---\n\n- un texte\n');
    const { articles } = await loadLibrary([root]);
    expect(articles).toMatchObject([{ title: 'Un titre', date: '2024-03-05', tags: ['un', 'deux'] }]);
  });

  it('loads a parser if front matter needs it', async () => {
    write('a.md', '---\ntitle: >\n  Deux\n  lignes\nauthor:\n  name: Zoé\n---\nTexte\n');
    write('b.md', '+++\ntitle = "En TOML"\ndate = 2024-05-03\n[taxonomies]\ntags = ["x", "y"]\n+++\nTexte\n');
    write('c.md', '{\n  "title": "En JSON",\n  "draft": true\n}\n\nTexte\n');
    const { articles } = await loadLibrary([root]);
    expect(
      articles.map(({ title, author, date, tags, draft }) => [title, author, date, tags, draft]),
    ).toEqual([
      // The files without a date were modified just now; drafts are last.
      ['Deux lignes', 'Zoé', undefined, [], undefined],
      ['En TOML', undefined, '2024-05-03', ['x', 'y'], undefined],
      ['En JSON', undefined, undefined, [], true],
    ]);
  });

  it('detects the language of a text that declares none', async () => {
    const text = 'Le texte est en français, avec les mots les plus courants de la langue.\n';
    write('a.md', text);
    write('b.md', `---\nlang: de\n---\n${text}`);
    write('c.md', 'Kurz.\n');
    const { articles } = await loadLibrary([root]);
    const languages = articles.map(({ id, lang, detectedLang }) => [id, lang, detectedLang]);
    expect(languages.sort()).toEqual([
      ['a', undefined, 'fr'],
      ['b', 'de', undefined],
      ['c', undefined, undefined],
    ]);
  });

  it.each([
    ['> # Cité\n\nDu texte.\n', 'Ma note'],
    ['- # Liste\n\nDu texte.\n', 'Ma note'],
    ['> # Cité\n\n# Vrai\n\nDu texte.\n', 'Vrai'],
    ['- un\n- deux\n', 'Ma note'],
    ['| a | b |\n|---|---|\n| c | d |\n', 'Ma note'],
    ['```\ncode\n```\n', 'Ma note'],
    ['> a\n> b\n', 'Ma note'],
    ['{{title}}\n\nDu texte.\n', 'Ma note'],
    ['<!-- layout -->\n\nDu texte.\n', 'Ma note'],
  ])('takes the title of %j from a heading at the top level or the name', async (source, title) => {
    write('ma-note.md', source);
    expect((await loadLibrary([root])).articles[0]!.title).toBe(title);
  });

  it('takes no number of a folder for a title', async () => {
    write('notes/2024/10/19/1/index.md', 'Une note sans titre.\n');
    expect((await loadLibrary([root])).articles[0]!.title).toBe('Une note sans titre');
  });

  it('warns once for each kind of file that cannot be read, and opens the rest', async () => {
    write('good.md', '# Bon\n');
    write('empty.md', ' \n');
    write('binary.txt', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 0]));
    write('broken.md', '---\ntitle: Foo: bar\ntags: [a, b\n---\nTexte gardé\n');
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    symlinkSync(join(root, 'nowhere.md'), join(root, 'dangling.md'));
    write('inside/again.md', '# Dedans\n');
    symlinkSync(root, join(root, 'inside/loop'));
    write('node_modules/x/readme.md', '# Non\n');
    write('.hidden/x.md', '# Non\n');
    const { articles, warnings } = await loadLibrary([root]);
    expect(articles.map((article) => article.title).sort()).toEqual(['Bon', 'Dedans', 'Foo: bar']);
    expect(
      Object.fromEntries(warnings.map((warning) => [warning.kind, [warning.count, ...warning.paths]])),
    ).toEqual({
      empty: [1, join(root, 'empty.md')],
      binary: [1, join(root, 'binary.txt')],
      'front-matter': [1, join(root, 'broken.md')],
      special: [1, join(root, 'pipe.md')],
      unreadable: [1, join(root, 'dangling.md')],
    });
    expect(warnings.find(({ kind }) => kind === 'unreadable')).toMatchObject({ cause: { code: 'ENOENT' } });
  });

  it('does not read known files, opens each file once, and a named file whatever its suffix', async () => {
    const path = write('a.md', '# A\n');
    const other = write('notes.note', 'Une note\n\nUn paragraphe qui la suit, et qui finit par un point.\n');
    const [first] = (await loadLibrary([path])).articles;
    write('a.md', '# B\n');
    const known = { ...first!, title: 'Connu' };
    const { articles } = await loadLibrary([root, path, other], {
      known: (asked, size) => (asked === path && size === first!.size ? [known] : undefined),
    });
    expect(articles.map(({ title }) => title)).toEqual(['Connu', 'Une note']);
  });

  it('stops when it is aborted', async () => {
    for (let i = 0; i < 2000; i++) write(`${i}.md`, `# Titre ${i}\n`);
    const stop = new AbortController();
    const opened = loadLibrary([root], { signal: stop.signal, onBatch: () => stop.abort() });
    await expect(opened).rejects.toThrow('abort');
  });

  it('describes a long file by its beginning', async () => {
    const line = 'Huit mots font une ligne de ce texte.\n\n';
    write('long.txt', `Un long texte\n\n${line.repeat(20_000)}`);
    const { articles } = await loadLibrary([root]);
    expect(articles[0]).toMatchObject({ title: 'Un long texte', format: 'text' });
    expect(Math.abs(articles[0]!.words - 160_000)).toBeLessThan(1600);
  });

  it.each(['none', 'a'.repeat(256), 'note.md/none'])('rejects the missing path %s', async (name) => {
    write('note.md', '# Note\n');
    const error = await loadLibrary([join(root, name)]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LibraryError);
    expect(error).toMatchObject({ kind: 'missing', path: join(root, name) });
  });

  it.each([
    ['a.md', '# Le jardin\n\nUn mot.\n', 'Le jardin', 'Un mot.'],
    ['a.txt', '---\ntitle: Le jardin\n---\nUn mot.\n', 'Le jardin', 'Un mot.'],
    ['a.txt', 'Title: Le jardin\n\nUn **mot**.\n', 'Le jardin', 'Un mot.'],
  ])('reads %s after many blank lines as it is read without them', async (name, text, title, shown) => {
    const blank = '\n \t\r\n'.repeat(30_000);
    const { articles, warnings } = await loadLibrary([write(name, blank + text)]);
    expect(warnings).toEqual([]);
    expect(articles).toMatchObject([{ title, words: 2 }]);
    const body = readBody(articles[0]!);
    const document = parseDocument(body, { title });
    document.extend(Infinity);
    expect(document.text).toBe(shown);
    expect(body.firstLine + document.blocks.at(0)!.line!).toBe((blank + text).split('\n').length - 2);
  });

  it('calls a file of blanks empty, however long it is', async () => {
    const { articles, warnings } = await loadLibrary([write('a.txt', '\n'.repeat(200_000))]);
    expect(articles).toEqual([]);
    expect(warnings).toMatchObject([{ kind: 'empty' }]);
  });

  it('gives the reason why a path cannot be examined', async () => {
    symlinkSync('loop', join(root, 'loop'));
    await expect(loadLibrary([join(root, 'loop')])).rejects.toMatchObject({
      kind: 'unreadable',
      cause: { code: 'ELOOP' },
    });
  });

  it.runIf(process.getuid?.() !== 0)('skips a folder that it may not read', async () => {
    write('closed/a.md', '# A\n');
    write('b.md', '# B\n');
    chmodSync(join(root, 'closed'), 0);
    const { articles, warnings } = await loadLibrary([root]);
    chmodSync(join(root, 'closed'), 0o700);
    expect(articles).toHaveLength(1);
    expect(warnings).toMatchObject([{ kind: 'unreadable', count: 1 }]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countLeftOut, type LeftOut } from '../../../src/library/left-out.ts';
import { type Library, loadLibrary } from '../../../src/library/load-library.ts';
import { temporaryFolder } from '../../support/home.ts';

/** A folder with these files; those without a text have one. */
function folderWith(files: Readonly<Record<string, string | undefined>>): string {
  const root = temporaryFolder();
  for (const [path, text = 'Text.\n'] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const files = (...names: readonly string[]): Record<string, undefined> =>
  Object.fromEntries(names.map((name) => [name, undefined]));

const pathsIn = (root: string, { articles }: Library): string[] =>
  articles.map(({ path }) => relative(root, path)).sort();

const leftOutIn = (root: string, leftOut: readonly LeftOut[]): string[] =>
  leftOut
    .map(({ path, isFolder, reason }) => `${relative(root, path)}${isFolder ? '/' : ''} ${reason}`)
    .sort();

describe('files of patterns', () => {
  it('leave out what git leaves out', async () => {
    const root = folderWith({
      '.gitignore':
        '# A remark\n*.log.md\n/top.md\n!keep.log.md\nfolder/\nfoo/**/deep.md\n\\#odd.md\nspace.md \nBig.md\n[ab].txt\n',
      'sub/.gitignore': '!again.log.md\n*.txt\n!c.txt\ninner/*\n!inner/kept.md\n',
      ...files(
        'a.log.md',
        'keep.log.md',
        'top.md',
        'sub/top.md',
        'folder/x.md',
        'sub/folder/y.md',
        'sub/again.log.md',
      ),
      ...files(
        'foo/deep.md',
        'foo/a/b/deep.md',
        'foo/other.md',
        '#odd.md',
        'space.md',
        'big.md',
        'Big.md',
        'a.txt',
      ),
      ...files(
        'c.txt',
        'sub/a.txt',
        'sub/c.txt',
        'sub/d.txt',
        'sub/inner/kept.md',
        'sub/inner/lost.md',
        'folder.md',
      ),
    });
    execFileSync('git', ['init', '-q', root]);
    const kept = execFileSync(
      'git',
      ['-c', 'core.quotePath=false', 'ls-files', '-o', '--exclude-standard', '-z'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const expected = kept.split('\0').filter((path) => /\.(?:md|txt)$/.test(path));
    expect(expected.length).toBeGreaterThan(8);
    expect(pathsIn(root, await loadLibrary([root]))).toEqual(expected.sort());
  });

  it('are those of git, of search tools and of Kiosque, the last before the others', async () => {
    const root = folderWith({
      '.gitignore': '*.md\n',
      '.ignore': '!b.md\n!c.md\n',
      '.kiosqueignore': 'c.md\n',
      ...files('a.md', 'b.md', 'c.md'),
    });
    expect(pathsIn(root, await loadLibrary([root]))).toEqual(['b.md']);
  });

  it('hold below their folders, also those above the folder that is opened in a repository', async () => {
    const root = folderWith({
      '.gitignore': 'drafts.md\nold/\n',
      ...files('sub/drafts.md', 'sub/a.md', 'old/b.md'),
    });
    expect(pathsIn(root, await loadLibrary([join(root, 'sub')]))).toEqual(['sub/a.md', 'sub/drafts.md']);
    mkdirSync(join(root, '.git'));
    expect(pathsIn(root, await loadLibrary([join(root, 'sub')]))).toEqual(['sub/a.md']);
    expect(pathsIn(root, await loadLibrary([join(root, 'old')]))).toEqual(['old/b.md']);
  });

  it('do not hold for files that are named, nor if everything is asked for', async () => {
    const root = folderWith({ '.gitignore': '*\n', ...files('a.md', 'b.md') });
    expect(pathsIn(root, await loadLibrary([join(root, 'a.md')]))).toEqual(['a.md']);
    expect(pathsIn(root, await loadLibrary([root], { isAll: true }))).toEqual(['a.md', 'b.md']);
  });

  it('are watched as folders are', async () => {
    const root = folderWith({ '.gitignore': 'b.md\n', ...files('a.md') });
    const { folders } = await loadLibrary([root]);
    const path = join(root, '.gitignore');
    expect(folders).toContainEqual({ path, mtime: statSync(path).mtimeMs });
  });
});

describe('what is no article', () => {
  const TEMPLATES = {
    'templates/a.md': '# {{title}}\n\n{{date}}\n',
    'templates/b.md': '---\ntitle: "<% tp.file.title %>"\n---\n\nText.\n',
    'section/_index.md': '---\ntitle: Section\n---\n',
    'section/_index.fr.md': '---\ntitle: Section\n---\n',
    'section/index.md': '---\nlayout: home\n---\n',
    'theme/page.html': '<html><head><title>{{ page.title }}</title></head><body>{{ content }}</body></html>',
  };

  it('is left out of folders, and reported', async () => {
    const root = folderWith({
      ...TEMPLATES,
      'real/_index.md': '---\ntitle: Real\n---\n\nText.\n',
      'page.md': '---\ntitle: Real\n---\n\n# {{ $frontmatter.title }}\n\nText.\n',
      'about.md': 'How {{title}} works.\n',
      ...files('node_modules/a/README.md', 'LICENSE.md', 'a.pdf', 'B.PDF', 'c.odt', 'picture.png', 'code.py'),
    });
    const library = await loadLibrary([root]);
    expect(pathsIn(root, library)).toEqual(['about.md', 'page.md', 'real/_index.md']);
    expect(leftOutIn(root, library.leftOut)).toEqual([
      'B.PDF unreadable',
      'LICENSE.md other',
      'a.pdf unreadable',
      'c.odt unreadable',
      'node_modules/ ignored',
      ...Object.keys(TEMPLATES)
        .map((path) => `${path} other`)
        .sort(),
    ]);
    expect(countLeftOut(library.leftOut)).toEqual({
      files: 10,
      folders: 1,
      unreadable: [
        ['pdf', 2],
        ['odt', 1],
      ],
      ignored: 1,
      other: 7,
    });
  });

  it('opens if it or its folder is named, or everything is asked for', async () => {
    const root = folderWith({ ...TEMPLATES, ...files('node_modules/a/README.md', 'LICENSE.md') });
    const named = ['LICENSE.md', 'node_modules', 'templates/a.md', 'section/_index.md'].map((name) =>
      join(root, name),
    );
    expect(pathsIn(root, await loadLibrary(named))).toEqual([
      'LICENSE.md',
      'node_modules/a/README.md',
      'section/_index.md',
      'templates/a.md',
    ]);
    const all = await loadLibrary([root], { isAll: true });
    expect(all.articles).toHaveLength(8);
    expect(all.leftOut).toEqual([]);
  });
});

describe('links', () => {
  it('to files are no articles of their own beside their targets', async () => {
    const root = folderWith(files('b.md', 'sub/c.md'));
    symlinkSync('b.md', join(root, 'a.md'));
    symlinkSync('../sub/c.md', join(root, 'sub', 'z.md'));
    expect(pathsIn(root, await loadLibrary([root]))).toEqual(['b.md', 'sub/c.md']);
    // Whichever of the paths comes first.
    expect(pathsIn(root, await loadLibrary([join(root, 'sub'), root]))).toEqual(['b.md', 'sub/c.md']);
  });

  it('to files elsewhere are listed, once for each file', async () => {
    const elsewhere = folderWith(files('x.md', 'y.md'));
    const root = folderWith(files('a.md', '.hidden/h.md'));
    for (const name of ['l1.md', 'l2.md']) symlinkSync(join(elsewhere, 'x.md'), join(root, name));
    symlinkSync(join(elsewhere, 'y.md'), join(root, 'l3.md'));
    symlinkSync('.hidden/h.md', join(root, 'l4.md'));
    expect(pathsIn(root, await loadLibrary([root]))).toEqual(['a.md', 'l1.md', 'l3.md', 'l4.md']);
  });
});

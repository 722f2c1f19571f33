import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings, withProject } from '../../../src/settings/load-settings.ts';
import { problemText } from '../../../src/settings/problem-text.ts';
import { projectFile } from '../../../src/settings/project-file.ts';
import { temporaryFolder } from '../../support/home.ts';

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const load = (files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
  loadSettings({ folder: folderWith(files), home: '/home/ada', env });

describe('the settings that count', () => {
  it('are none without a file', async () => {
    const settings = await load({});
    expect(settings.values).toEqual({});
    expect(settings.problems).toEqual([]);
  });

  it('come from the environment first, then from the project, then from the file', async () => {
    const folder = folderWith({
      'config.toml': 'measure = 60\ntheme = "dark"\nhyphenation = true',
      'articles/.kiosque.toml': 'theme = "light"\nmeasure = 50\njustification = true',
    });
    const settings = await withProject(
      await loadSettings({ folder, home: '/home/ada', env: { KIOSQUE_MEASURE: '70', KIOSQUE_MOUSE: 'no' } }),
      join(folder, 'articles/.kiosque.toml'),
    );
    expect(settings.values).toEqual({
      measure: 70,
      theme: 'light',
      hyphenation: true,
      justification: true,
      mouse: false,
    });
    const kinds = Object.fromEntries(Array.from(settings.sources, ([name, { kind }]) => [name, kind]));
    expect(kinds).toEqual({
      measure: 'environment',
      theme: 'project',
      hyphenation: 'file',
      justification: 'project',
      mouse: 'environment',
    });
  });

  it('include no variable with a value that is not allowed', async () => {
    const settings = await load({}, { KIOSQUE_MEASURE: 'wide', KIOSQUE_LIBRARY: 'notes', KIOSQUE_THEME: '' });
    expect(settings.values).toEqual({});
    expect(settings.problems.map((problem) => problemText(problem, 'en'))).toEqual([
      'KIOSQUE_LIBRARY: default must be kiosque (got “notes”)',
      'KIOSQUE_MEASURE: measure must be a whole number between 40 and 80 (got “wide”)',
    ]);
  });

  it('have libraries at absolute paths', async () => {
    const { libraries } = await load({
      'config.toml': '[library.notes]\npaths = ["~/notes", "/srv/b", "~"]',
    });
    expect(libraries.get('notes')).toEqual(['/home/ada/notes', '/srv/b', '/home/ada']);
  });

  it('know the themes in the folder of themes', async () => {
    const { values, problems, themes } = await load({
      'config.toml': 'theme = "mine"',
      'themes/mine.toml': '',
      'themes/.hidden.toml': '',
      'themes/note.txt': '',
    });
    expect(values.theme).toBe('mine');
    expect(problems).toEqual([]);
    expect(themes).toContain('mine');
    expect(themes).not.toContain('note');
  });

  it('tell that the file cannot be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'config.toml'));
    const { problems } = await loadSettings({ folder, home: '/', env: {} });
    expect(problems.map((problem) => problemText(problem, 'en', () => 'config.toml'))).toEqual([
      'config.toml: cannot be read: EINVAL',
    ]);
    expect((await load({ 'config.toml': '#'.repeat(300_000) })).problems).toMatchObject([
      { kind: 'tooLarge' },
    ]);
  });
});

describe('the file of a project', () => {
  it('is in the folder that is opened, or beside it', () => {
    const folder = folderWith({
      '.kiosque.toml': '',
      'articles/a.md': '',
      'own/.kiosque.toml': '',
      'own/b.md': '',
    });
    expect(projectFile([join(folder, 'articles')])).toBe(join(folder, '.kiosque.toml'));
    expect(projectFile([join(folder, 'articles/a.md')])).toBe(join(folder, '.kiosque.toml'));
    expect(projectFile([join(folder, 'own')])).toBe(join(folder, 'own/.kiosque.toml'));
    expect(projectFile([join(folder, 'own/b.md')])).toBe(join(folder, 'own/.kiosque.toml'));
    expect(projectFile([])).toBeUndefined();
  });

  it('is not looked for further up', () => {
    const folder = folderWith({ '.kiosque.toml': '', 'a/b/c/d.md': '' });
    expect(projectFile([join(folder, 'a/b/c')])).toBeUndefined();
    expect(projectFile([join(folder, 'a/b/c/d.md')])).toBeUndefined();
  });
});

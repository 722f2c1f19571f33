import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** A home folder with these files; those of settings are in `config/`. */
function homeWith(files: Readonly<Record<string, string>>): string {
  const home = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    const path = join(home, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
  return home;
}

const CONFIG = 'config/kiosque/config.toml';
const envOf = (home: string) => ({ XDG_CONFIG_HOME: join(home, 'config') });
const kiosque = (home: string, args: readonly string[], env = {}) =>
  run(args, { home, env: { ...envOf(home), ...env } });

describe('kiosque config', () => {
  it('prints each setting, its value and where that comes from', async () => {
    const home = homeWith({
      [CONFIG]: '# mine\nmeasure = 66\ntheme = "night"\n[synonyms]\nSDF = "sans-abri"\n',
    });
    const { stdout, code } = await kiosque(home, ['config'], {
      KIOSQUE_THEME: 'paper',
      EDITOR: 'nano -w',
      ESCDELAY: '30',
    });
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows).toContainEqual(['measure', '66', `${CONFIG}:2`]);
    expect(rows).toContainEqual(['theme', 'paper', 'KIOSQUE_THEME']);
    expect(rows).toContainEqual(['editor', 'nano -w', 'EDITOR']);
    expect(rows).toContainEqual(['escape-time', '30', 'ESCDELAY']);
    expect(rows).toContainEqual(['language', 'en', 'LANG']);
    expect(rows).toContainEqual(['mouse', 'true', '']);
    expect(rows).toContainEqual(['synonyms.SDF', 'sans-abri', CONFIG]);
    const json = await kiosque(home, ['config', '--json']);
    expect(JSON.parse(json.stdout)).toContainEqual({ name: 'theme', value: 'night', from: `${CONFIG}:3` });
  });

  it('checks the file: quiet and 0 if nothing is wrong, else a line for each mistake and 2', async () => {
    const good = homeWith({ [CONFIG]: 'theme = "ink"\n' });
    expect(await kiosque(good, ['config', 'check'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const bad = homeWith({ [CONFIG]: 'theme = "inc"\nmouse = off\n[library.a]\npaths = "missing"\n' });
    const { code, stderr } = await kiosque(bad, ['config', 'check']);
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^config\/kiosque\/config\.toml:1: theme must be .*did you mean ink\?/),
      `${CONFIG}:2: not valid TOML: mouse = off; try: mouse = false`,
      expect.stringMatching(/^config\/kiosque\/config\.toml: library\.a: no such file or folder: .*missing$/),
      '',
    ]);
  });

  it('opens a commented file in the editor, and says what became wrong', async () => {
    const home = homeWith({ 'edit.sh': 'echo \'mesure = 60\' >> "$1"\n' });
    const terminal = openTerminal({
      args: ['config', 'edit'],
      home,
      env: { ...envOf(home), EDITOR: `sh ${home}/edit.sh` },
    });
    const { code } = await terminal.exited;
    expect(code).toBe(2);
    expect(terminal.screen.text).toContain('unknown setting “mesure” (did you mean measure?)');
    const text = readFileSync(join(home, CONFIG), 'utf8');
    expect(text).toMatch(
      /^# width of the text in the reader: a whole number between 40 and 80\n#measure = 72$/m,
    );
    // All that is in it begins as a comment.
    expect(text.replace(/^(#.*)?\n/gm, '')).toBe('mesure = 60\n');
  });

  it('says in French what is wrong, in a French file', async () => {
    const home = homeWith({ [CONFIG]: 'language = "fr"\nmeasure = 1\n' });
    const { stderr } = await kiosque(home, ['list', '-n', '1']);
    expect(stderr).toContain(
      'config.toml:2: measure attend un entier entre 40 et 80 (reçu\u00a0: «\u00a01\u00a0»)',
    );
  });
});

describe('a library of the settings', () => {
  const files = {
    [CONFIG]: 'default = "notes"\n[library.notes]\npaths = ["~/notes"]\n',
    'notes/walnut.md': '# Walnut\n\nA tree for someone else.\n',
    'notes/plum.md': '# Plum\n\nA tree for jam.\n',
  };

  it('is opened by default, listed, searched and shown by its name, anywhere', async () => {
    const home = homeWith(files);
    expect((await kiosque(home, ['list'])).stdout).toMatch(/^(plum|walnut)\t/);
    expect((await kiosque(home, ['-l', 'notes', 'search', 'jam'])).stdout).toMatch(/^plum\t/);
    expect((await kiosque(home, ['show', 'walnut'])).stdout).toContain('someone else');
    expect((await kiosque(home, ['list', '--library', 'kiosque'])).stdout).toContain('welcome\t');
    expect((await kiosque(home, ['notes.md', '-l', 'notes'])).stderr).toContain('leave out the paths');
    const { stderr } = await kiosque(home, ['kiosque', 'x']);
    expect(stderr).toContain('try: kiosque --library kiosque x');
    const terminal = openTerminal({ home, env: envOf(home), columns: 100 });
    await terminal.waitFor('Walnut');
    expect(terminal.screen.text).toContain('Plum');
  });
});

describe('settings in the reader', () => {
  const article = { 'a.md': '# One\n\nSome words to read.\n' };

  it('are applied as the file changes, and mistakes in it are told', async () => {
    const home = homeWith({ ...article, [CONFIG]: 'theme = "night"\n' });
    const terminal = openTerminal({
      args: ['a.md'],
      home,
      cwd: home,
      env: { ...envOf(home), COLORTERM: 'truecolor' },
    });
    await terminal.waitFor('Some words');
    expect(terminal.output).toContain('48;2;16;22;31m');
    writeFileSync(join(home, CONFIG), 'theme = "paper"\nlanguage = "fr"\n');
    await terminal.waitFor('Réglages relus');
    expect(terminal.output).toContain('48;2;248;242;228m');
    writeFileSync(join(home, CONFIG), 'theme = "paper"\nlanguage = "fr"\nmousse = true\n');
    await terminal.waitFor('réglage inconnu');
  });

  it('are applied from a folder that is made while the reader is open', async () => {
    const home = homeWith({ 'a.md': '# One\n\nText.\n' });
    const terminal = openTerminal({ args: ['a.md'], home, cwd: home, env: envOf(home) });
    await terminal.waitFor('? help');
    mkdirSync(join(home, 'config/kiosque'), { recursive: true });
    writeFileSync(join(home, CONFIG), '[keys]\nhelp = "ctrl-x h"\n');
    await terminal.waitFor('Ctrl-x h help');
  });

  it('come from .kiosque.toml beside the articles, which may not name programs', async () => {
    const home = homeWith({ ...article, '.kiosque.toml': 'theme = "dusk"\neditor = "rm"\n' });
    const terminal = openTerminal({
      args: ['a.md'],
      home,
      cwd: home,
      env: { ...envOf(home), COLORTERM: 'truecolor' },
    });
    await terminal.waitFor('.kiosque.toml:2: editor is left out');
    expect(terminal.output).toContain('48;2;28;22;38m');
  });

  it('have their themes chosen with a preview, and the choice remembered', async () => {
    const home = homeWith(article);
    const options = { args: ['a.md'], home, cwd: home, env: { ...envOf(home), COLORTERM: 'truecolor' } };
    const terminal = openTerminal(options);
    await terminal.waitFor('Some words');
    terminal.type('T');
    await terminal.waitFor('terminal palette');
    terminal.type('jjjj');
    await terminal.waitFor((screen) => /▌ {2}night/.test(screen.text));
    expect(terminal.output).toContain('48;2;16;22;31m');
    terminal.press('Enter');
    await terminal.waitFor('Theme: night');
    terminal.type('q');
    await terminal.exited;
    const again = openTerminal(options);
    await again.waitFor('Some words');
    expect(again.output).toContain('48;2;16;22;31m');
  });

  it('bind keys, which the hints and the help show, and start options do not depend on', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `Paragraph ${i + 1}${i === 39 ? ' needle' : ''}.\n\n`,
    ).join('');
    const home = homeWith({
      'a.md': `# One\n\n${lines}`,
      [CONFIG]: '[keys]\npreset = "vim"\nhelp = "ctrl-x h"\nfind = "s"\nlast = "g e"\nstar = "s"\n',
    });
    const terminal = openTerminal({ args: ['+/needle', 'a.md'], home, cwd: home, env: envOf(home) });
    await terminal.waitFor('Paragraph 40 needle.');
    await terminal.waitFor('config.toml:6: keys.star: “s” is taken by find, which keeps it');
    terminal.type('j');
    await terminal.waitFor('Ctrl-x h help');
    terminal.type('gg');
    await terminal.waitFor('Paragraph 1.');
    terminal.type('ge');
    await terminal.waitFor('Paragraph 60.');
    terminal.type('\x18h');
    await terminal.waitFor(/g g +Home|g g {2}/);
    terminal.press('Escape');
    await terminal.waitFor('Paragraph 60.');
    terminal.type(':q\r');
    expect((await terminal.exited).code).toBe(0);
    const { stdout } = await run(['help', 'keys'], { home, env: envOf(home) });
    expect(stdout).toMatch(/^ *Ctrl-x h +show all keys \[help\]$/m);
  });
});

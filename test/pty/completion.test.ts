import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { isInstalled } from '../support/programs.ts';
import { run } from '../support/run.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** A folder with a library whose ids and tags are hard for shells: colons, accents, blanks, quotation marks. */
function folder(): string {
  const path = temporaryFolder();
  mkdirSync(join(path, 'lib'));
  const articles = {
    'ete-au-port.md': 'title: Été au port\ntags: ["lieu:port", réseau, "bon client", "l’été"]',
    'ete-en-ville.md': 'title: Été en ville\ntags: ["lieu:ville", "$(touch ran)"]',
  };
  for (const [name, metadata] of Object.entries(articles))
    writeFileSync(join(path, 'lib', name), `---\n${metadata}\n---\n\nUn mot.\n`);
  return path;
}

const SHELLS = {
  bash: {
    start: 'exec bash --noprofile --norc -i',
    prepare: 'source <(kiosque completion bash)',
  },
  zsh: {
    start: 'exec zsh -f -i',
    prepare: 'autoload -U compinit; compinit -u -D; source <(kiosque completion zsh)',
  },
  fish: { start: 'exec fish --no-config -i', prepare: 'kiosque completion fish | source' },
} as const;

/** A shell in the folder, with the completions of kiosque. */
async function open(shell: keyof typeof SHELLS, cwd = folder()): Promise<Terminal> {
  const { start, prepare } = SHELLS[shell];
  const terminal = openTerminal({
    shell: start,
    cwd,
    columns: 110,
    env: { LANG: 'C.UTF-8', PS1: '> ', INPUTRC: '/dev/null', fish_greeting: '' },
  });
  await terminal.waitFor(/[>%#$] *$/m);
  terminal.type(`${prepare}; clear; echo re''ady\r`);
  await terminal.waitFor(/^ready/m);
  return terminal;
}

/** Types the beginning of a line, presses Tab, and waits until the line is complete. */
async function complete(terminal: Terminal, typed: string, line: string): Promise<void> {
  terminal.type(`${typed}\t`);
  await terminal.waitFor(({ rows }) => rows.some((row) => row.trimEnd().endsWith(line)));
  // Clears the line for the next one.
  terminal.type('\x15');
}

describe.each(Object.keys(SHELLS) as (keyof typeof SHELLS)[])('in %s', (shell) => {
  const test = it.runIf(isInstalled(shell));

  test('Tab completes commands, options and their values', async () => {
    const terminal = await open(shell);
    await complete(terminal, 'kiosque sho', 'kiosque show');
    await complete(terminal, 'kiosque list --rev', 'kiosque list --reverse');
    await complete(terminal, 'kiosque list --sort le', 'kiosque list --sort length');
    await complete(terminal, 'kiosque list --sort=le', 'kiosque list --sort=length');
    await complete(terminal, 'kiosque show -f li', 'kiosque show -f lib/');
    await complete(terminal, 'kiosque help exit', 'kiosque help exit-codes');
  });

  test('Tab completes the ids of articles, and tags with colons, accents and blanks', async () => {
    const terminal = await open(shell);
    await complete(terminal, 'kiosque show bienv', 'kiosque show bienvenue');
    await complete(terminal, 'kiosque show -f lib ete-au', 'kiosque show -f lib ete-au-port');
    await complete(terminal, 'kiosque list -f lib --tag lieu:v', '--tag lieu:ville');
    await complete(terminal, 'kiosque list -f lib --tag=lieu:v', '--tag=lieu:ville');
    await complete(terminal, 'kiosque list -f lib --tag ré', '--tag réseau');
    terminal.type('kiosque list -f lib --tag bon\t');
    await terminal.waitFor(/--tag ['"]?bon\\? client/);
    terminal.type('\r');
    await terminal.waitFor('Été au port');
    terminal.type("kiosque list -f lib --tag '$(to\t");
    await terminal.waitFor('touch ran');
    terminal.type('\r');
    await terminal.waitFor('Été en ville');
  });

  test.each([
    ['nothing', ''],
    ['double quotation marks', '"'],
    ['single quotation marks', "'"],
  ])('Tab inserts nothing that the shell would run, after %s', async (_, quote) => {
    const cwd = temporaryFolder();
    const tag = String.raw`port $(touch ran) \`touch ran\` '; touch ran; ' $HOME \ "; touch ran; " fin`;
    mkdirSync(join(cwd, 'lib'));
    writeFileSync(
      join(cwd, 'lib/a.md'),
      `---\ntitle: Été au port\ntags: [${JSON.stringify(tag)}]\n---\n\nUn mot.\n`,
    );
    const terminal = await open(shell, cwd);
    terminal.type(`kiosque list -f lib --tag ${quote}po\t`);
    await terminal.waitFor('touch');
    terminal.type('\r');
    await terminal.waitFor(/^1 +Été au port/m);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });

  test('Tab shows what the words mean', async () => {
    const terminal = await open(shell);
    terminal.type('kiosque show -f lib ete-\t');
    if (shell === 'bash') terminal.type('\t');
    await terminal.waitFor(/ete-au-port +.*Été au port/);
    await terminal.waitFor(/ete-en-ville +.*Été en ville/);
  });
});

it('prints nothing but words for scripts, whatever is typed', async () => {
  const cwd = folder();
  const words = async (...typed: string[]) => {
    const { code, stdout, stderr } = await run(['complete', '--', ...typed], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.trimEnd().split('\n');
  };
  expect(await words('show', '-f', 'lib', 'ete-a')).toEqual(['words', 'ete-au-port\tÉté au port']);
  expect(await words('list', '--nope', '--from=lib', '--tag', 'r')).toEqual(['words', 'réseau\t1']);
  expect(await words('show', '-f', 'missing', 'x')).toEqual(['paths']);
  expect(await words('show', 'lib/')).toEqual(['paths']);
  expect(await words('read', '')).toEqual(['paths']);
  expect(await words()).toContain('list\tlist the articles, one per line');
});

it('knows the libraries and the themes of the settings, and the articles of the library that is meant', async () => {
  const cwd = folder();
  const home = temporaryFolder();
  mkdirSync(join(home, '.config/kiosque/themes'), { recursive: true });
  const config = `default = "étés"\n[library."étés"]\npaths = ["${join(cwd, 'lib')}"]\n`;
  writeFileSync(join(home, '.config/kiosque/config.toml'), config);
  writeFileSync(join(home, '.config/kiosque/themes/mine.toml'), '');
  const words = async (...typed: string[]) =>
    (await run(['complete', '--', ...typed], { cwd, home })).stdout.trimEnd().split('\n');
  expect(await words('-l', 'é')).toEqual(['words', `étés\t${join(cwd, 'lib')}`]);
  expect(await words('list', '--theme=mi')).toEqual(['words', '--theme=mine\tmine']);
  expect(await words('show', 'ete-a')).toEqual(['words', 'ete-au-port\tÉté au port']);
  expect(await words('show', '-l', 'kiosque', 'bienv')).toEqual([
    'words',
    'bienvenue\tBienvenue dans Kiosque',
  ]);
  expect(await words('show', '-l', 'none', 'bienv')).toEqual(['paths']);
});

it('knows the articles of an indexed library as the last search found them', async () => {
  const cwd = folder();
  const home = temporaryFolder();
  const search = () => run(['search', 'mot', '--from', 'lib'], { cwd, home });
  const names = async (beginning: string) =>
    (await run(['complete', '--', 'show', '-f', 'lib', beginning], { cwd, home })).stdout;
  expect((await search()).code).toBe(0);
  expect(await names('ete-a')).toBe('words\nete-au-port\tÉté au port\n');
  writeFileSync(join(cwd, 'lib/hiver.md'), '# Hiver\n\nUn mot.\n');
  expect((await search()).stdout).toContain('Hiver');
  // Once from the index, then from what was noted beside it.
  for (let times = 0; times < 2; times += 1) {
    expect(await names('hi')).toBe('words\nhiver\tHiver\n');
    expect(await names('ete-en')).toBe('words\nete-en-ville\tÉté en ville\n');
  }
});

it('prints no script for a shell that it does not know', async () => {
  const { code, stderr } = await run(['completion', 'csh']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'kiosque: kiosque completion must be bash, zsh or fish (got “csh”)\n',
  });
});

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileServer, fileServer } from '../support/file-server.ts';
import { temporaryFolder } from '../support/home.ts';
import { type PublishedLibrary, publishedLibrary } from '../support/published-folder.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const article = (title: string, day: number, text: string): string =>
  `---\ntitle: ${title}\ndate: 2024-03-${String(day).padStart(2, '0')}\ntags: [mer]\n---\n\n# ${title}\n\n${text}\n`;

interface Harbor {
  readonly library: PublishedLibrary;
  readonly server: FileServer;
  /** The address of the library. */
  readonly at: string;
}

/** A library of three articles on a server. */
async function harbor(): Promise<Harbor> {
  const library = publishedLibrary();
  library.write(
    'phare.md',
    article('Le phare', 3, 'Un phare éclaire la côte. Voir [le quai](port/quai.md).'),
  );
  library.write('port/quai.md', article('Le quai', 2, 'Les bateaux dorment au quai, sous la pluie.'));
  library.write('sel.md', article('Le sel', 1, 'Le sel vient de la mer, et le vent le sèche.'));
  await library.publish();
  const server = await fileServer(library.folder);
  return { library, server, at: server.at('/') };
}

/** The first lines of an output, without what follows the id and the title. */
const idsIn = (stdout: string): string[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0]!);

describe('a published library', () => {
  it('is listed, searched and shown at its address', async () => {
    const [{ at, server }, home] = [await harbor(), temporaryFolder()];
    const listed = await run(['list', '--from', at], { home });
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(idsIn(listed.stdout)).toEqual(['phare', 'quai', 'sel']);
    expect(idsIn((await run(['list', '-n', '1', '--from', at], { home })).stdout)).toEqual(['phare']);
    const found = await run(['search', '--from', at, 'bateaux pluie'], { home });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toBe('quai\tLe quai\tLes bateaux dorment au quai, sous la pluie.\n');
    const shown = await run(['show', '--from', at, 'sel'], { home });
    expect(shown.stdout).toMatch(/^Le sel\n[\s\S]*le vent le sèche\./);
    server.asked.length = 0;
    await run(['search', '--from', at, 'bateaux pluie'], { home });
    expect(server.asked).toEqual(['/kiosque.json']);
  });

  it('is read and searched without its server, as far as it was before', async () => {
    const [{ at, server }, home] = [await harbor(), temporaryFolder()];
    await run(['list', '--from', at], { home });
    await run(['show', '--from', at, 'sel'], { home });
    await server.close();
    const shown = await run(['show', '--from', at, 'sel'], { home });
    expect(shown.stdout).toContain('le vent le sèche');
    expect(shown.stderr).toMatch(/^kiosque: 127\.0\.0\.1:\d+ cannot be reached; this is the edition of /);
    const found = await run(['search', '--from', at, 'vent'], { home });
    expect(idsIn(found.stdout)).toEqual(['sel']);
    expect(found.stderr).toContain('No connection: titles are searched, and ');
  });

  it('is one of the settings, with a token', async () => {
    const [{ library }, home] = [await harbor(), temporaryFolder()];
    const server = await fileServer(library.folder);
    server.fail(({ headers }) => (headers.authorization === 'Bearer abc' ? undefined : 'forbidden'));
    const settings = temporaryFolder();
    mkdirSync(`${settings}/kiosque`);
    writeFileSync(
      `${settings}/kiosque/config.toml`,
      `[library.team]\npaths = ["${server.at('/')}"]\ntoken_command = ["printf", "abc"]\n`,
    );
    const listed = await run(['list', '-l', 'team'], { home, env: { XDG_CONFIG_HOME: settings } });
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(idsIn(listed.stdout)).toEqual(['phare', 'quai', 'sel']);
    const old = await run(['list', '--from', server.at('/')], { home });
    expect(old.stderr).toMatch(/answered 401 Unauthorized; this is the edition of /);
    const refused = await run(['list', '--from', server.at('/')]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('the server answered 401');
  });

  it('leaves nothing behind in a private session', async () => {
    const [{ at }, home] = [await harbor(), temporaryFolder()];
    const found = await run(['search', '--no-memory', '--from', at, 'bateaux'], { home });
    expect(idsIn(found.stdout)).toEqual(['quai']);
    expect(existsSync(`${home}/.cache/kiosque/published`)).toBe(false);
  });

  it('is opened without the last slash of its address where there is no page', async () => {
    const [{ library }, home] = [await harbor(), temporaryFolder()];
    const server = await fileServer(dirname(library.folder));
    server.fail(({ url }) => (url === '/out' ? 'missing' : undefined));
    const listed = await run(['list', '--from', server.at('/out')], { home });
    expect(listed.stderr).toBe('');
    expect(idsIn(listed.stdout)).toEqual(['phare', 'quai', 'sel']);
  });

  it('is not listed beside files, nor where there is none', async () => {
    const [{ at }, home] = [await harbor(), temporaryFolder()];
    const both = await run(['list', '--from', at, '--from', '.'], { home, cwd: home });
    expect(both).toMatchObject({
      code: 2,
      stderr: `kiosque: a published library is opened by itself: ${at}\n`,
    });
    for (const address of [`${at}nowhere/`, `${at}nowhere`]) {
      const none = await run(['list', '--from', address], { home });
      expect(none.stderr).toBe(`kiosque: the server answered 404 Not Found: ${address}\n`);
    }
  });
});

describe('kiosque pull', () => {
  it('fetches all of a library once, to be read and searched without its server', async () => {
    const [{ at, server }, home] = [await harbor(), temporaryFolder()];
    const pulled = await run(['pull', at], { home });
    expect(pulled).toMatchObject({ code: 0, stderr: '' });
    expect(pulled.stdout).toMatch(/: 3 articles, \S+ MB, of which \S+ MB new; all of it can be read/);
    server.asked.length = 0;
    expect((await run(['pull', at], { home })).stdout).toContain('of which 0.0 MB new');
    expect(server.asked).toEqual(['/kiosque.json']);
    await server.close();
    const found = await run(['search', '--from', at, 'baetaux'], { home });
    expect(found.stdout).toBe('quai\tLe quai\tLes bateaux dorment au quai, sous la pluie.\n');
    const failed = await run(['pull', at], { home });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/cannot be reached/);
  });

  it('says that not all could be kept, and goes on once it can', async () => {
    const [{ at }, home] = [await harbor(), temporaryFolder()];
    const cache = join(home, 'cache/kiosque/published');
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    // Files stand where the folders of the files have to be made.
    const names = Array.from({ length: 256 }, (_, i) => join(cache, i.toString(16).padStart(2, '0')));
    for (const name of names) writeFileSync(name, '', { mode: 0o600 });
    const failed = await run(['pull', at], { home });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/^kiosque: not all of the library could be kept: /);
    for (const name of names) rmSync(name);
    expect(await run(['pull', at], { home })).toMatchObject({ code: 0, stderr: '' });
  });

  it('goes on where it was ended', async () => {
    const [{ at, server }, home] = [await harbor(), temporaryFolder()];
    server.fail(({ url }) => (url?.endsWith('.texts') ? 'missing' : undefined));
    const failed = await run(['pull', at], { home });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/^kiosque: the server answered 404 Not Found: \S+\.texts\n$/);
    server.fail(() => undefined);
    server.asked.length = 0;
    expect((await run(['pull', at], { home })).code).toBe(0);
    expect(server.asked.filter((each) => each.includes('.catalogue'))).toEqual([]);
  });

  it.each([
    [['pull'], 'no address given; usage: kiosque pull URL…'],
    [['pull', 'a.md'], 'not an address on the web: “a.md”; addresses begin with https://'],
  ])('says what is missing: %j', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, stderr: `kiosque: ${message}\n` });
  });
});

describe('a published library in the reader', () => {
  it('is searched as it is typed, read, and marked like a folder', async () => {
    const [{ at }, home] = [await harbor(), temporaryFolder()];
    const terminal = openTerminal({ args: [at], home, columns: 100, rows: 24 });
    await terminal.waitFor('3 articles');
    await terminal.waitFor('Un phare éclaire');
    terminal.type('/bateaux');
    await terminal.waitFor('1/3');
    await terminal.waitFor('Les bateaux dorment au quai');
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.type('e');
    await terminal.waitFor('cannot be edited here');
    terminal.type('*qq');
    await terminal.exited;
    const starred = await run(['list', '--is', 'starred', '--from', at], { home });
    expect(idsIn(starred.stdout)).toEqual(['quai']);
  });

  it('follows links between its articles', async () => {
    const [{ at }, home] = [await harbor(), temporaryFolder()];
    const terminal = openTerminal({ args: [at], home, columns: 100, rows: 24 });
    await terminal.waitFor('Un phare éclaire');
    terminal.press('Enter', 'Tab', 'Enter');
    await terminal.waitFor('Les bateaux dorment');
    terminal.type('q');
  });

  it('says what is new when it is opened again', async () => {
    const [{ at, library }, home] = [await harbor(), temporaryFolder()];
    await run(['list', '--from', at], { home });
    library.write('vague.md', article('La vague', 9, 'Une vague monte.'));
    library.write('sel.md', article('Le sel', 1, 'Le sel reste sur la peau.'));
    await library.publish();
    const terminal = openTerminal({ args: [at], home, columns: 100, rows: 24 });
    await terminal.waitFor('New edition: 1 new article, 1 changed');
    await terminal.waitFor('La vague');
    expect(terminal.screen.text).toContain('4 articles');
    terminal.type('q');
  });

  it('stays as it was while the latest edition is not complete', async () => {
    const [{ at, library, server }, home] = [await harbor(), temporaryFolder()];
    await run(['list', '--from', at], { home });
    library.write('vague.md', article('La vague', 9, 'Une vague monte.'));
    await library.publish();
    server.fail(({ url }) => (url?.endsWith('.catalogue') ? 'missing' : undefined));
    const terminal = openTerminal({ args: [at], home, columns: 120, rows: 24 });
    await terminal.waitFor('is not complete; this is the edition of');
    expect(terminal.screen.text).toContain('3 articles');
    terminal.type('q');
  });

  it('says that its server is gone, and goes on with what is here', async () => {
    const [{ at, server }, home] = [await harbor(), temporaryFolder()];
    const terminal = openTerminal({ args: [at], home, columns: 120, rows: 24 });
    await terminal.waitFor('Un phare éclaire');
    await server.close();
    terminal.type('/quai');
    await terminal.waitFor('Le quai');
    terminal.type(' pluie');
    await terminal.waitFor('No connection');
    terminal.press('Escape');
    terminal.type('q');
    await terminal.exited;
    const again = openTerminal({ args: [at], home, columns: 120, rows: 24 });
    await again.waitFor('cannot be reached; this is the edition of');
    expect(again.screen.text).toContain('3 articles');
    again.type('q');
  });
});

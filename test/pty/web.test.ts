import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';
import { webServer } from '../support/web-server.ts';

const POST = '# Le pain\n\nIl faut de la farine. Voir [la suite](/suite.md).\n';
const NEXT = '# La suite\n\nEt du temps.\n';

/** A server with two articles. */
const bakery = () =>
  webServer(({ url }, response) => {
    if (url === '/pain.md') response.setHeader('Content-Type', 'text/markdown').end(POST);
    else if (url === '/suite.md') response.setHeader('Content-Type', 'text/plain').end(NEXT);
    else response.writeHead(404).end();
  });

describe('an address', () => {
  it('is shown, and without a network as it was', async () => {
    const [{ at, close }, home] = [await bakery(), temporaryFolder()];
    const shown = await run(['show', at('/pain.md')], { home });
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(/^Le pain\n[\s\S]*Il faut de la farine\./);
    await close();
    const again = await run(['show', at('/pain.md')], { home });
    expect(again.stdout).toBe(shown.stdout);
    expect(again.stderr).toMatch(/^kiosque: cannot reach http\S+; this is the page as of /);
    expect(await run(['show', at('/suite.md')], { home })).toMatchObject({ code: 2, stdout: '' });
  });

  it('that is wrong is told in one line', async () => {
    const { at } = await bakery();
    const missing = await run(['show', at('/rien.md')]);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toBe(`kiosque: the server answered 404 Not Found: ${at('/rien.md')}\n`);
  });

  it('leaves nothing behind in a private session', async () => {
    const [{ at }, home] = [await bakery(), temporaryFolder()];
    const shown = await run(['show', '--no-memory', at('/pain.md')], { home });
    expect(shown.stdout).toContain('farine');
    expect(
      readdirSync(join(home), { recursive: true }).filter((name) => String(name).includes('pain')),
    ).toEqual([]);
  });

  it('is read, and so are the pages that its links lead to', async () => {
    const [{ at, close }, home] = [await bakery(), temporaryFolder()];
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, `# Liens\n\nVoir [le pain](${at('/pain.md')}) et [rien](${at('/rien.md')}).\n`);
    const terminal = openTerminal({ args: [path], home, columns: 90, rows: 20 });
    await terminal.waitFor('Voir le pain');
    terminal.press('Tab');
    terminal.type('O');
    await terminal.waitFor('Il faut de la farine');
    terminal.press('Backspace');
    await terminal.waitFor('Voir le pain');
    terminal.press('Tab');
    terminal.type('O');
    await terminal.waitFor('the server answered 404');
    terminal.type('q');
    await terminal.exited;
    await close();
  });

  it('is given up with Escape', async () => {
    const { at } = await webServer(() => undefined);
    const path = join(temporaryFolder(), 'a.md');
    writeFileSync(path, `# Liens\n\nVoir [le pain](${at('/pain.md')}).\n`);
    const terminal = openTerminal({ args: [path], columns: 90, rows: 20 });
    await terminal.waitFor('Voir le pain');
    terminal.press('Tab');
    terminal.type('O');
    await terminal.waitFor('Esc gives up');
    terminal.press('Escape');
    await terminal.waitFor((screen) => !screen.text.includes('Fetching from'));
    expect(terminal.screen.text).toContain('Voir le pain');
  });
});

describe('kiosque save', () => {
  it('saves pages as files that are searched, and replaces only its own', async () => {
    const [{ at }, home] = [await bakery(), temporaryFolder()];
    const args = ['save', '--to', 'pages', at('/pain.md'), at('/suite.md')];
    const saved = await run(args, { home, cwd: home });
    expect(saved).toMatchObject({ code: 0, stdout: 'pages/pain.md\npages/suite.md\n' });
    const found = await run(['search', '--from', 'pages', 'farine'], { home, cwd: home });
    expect(found.stdout).toMatch(/^pain\tLe pain\t/);
    writeFileSync(join(home, 'pages/pain.md'), '# Le mien\n');
    const again = await run(args, { home, cwd: home });
    expect(again.stdout).toBe('pages/pain-2.md\npages/suite.md\n');
  });

  it.each([
    [[], 'no address given; usage: kiosque save URL…'],
    [['pain.md'], 'not an address on the web: “pain.md”; addresses begin with https://'],
  ])('says what is missing: %j', async (words, message) => {
    expect(await run(['save', ...words])).toMatchObject({ code: 2, stderr: `kiosque: ${message}\n` });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('leaves alone a folder, a pipe and a device of the same name', async () => {
    const [{ at }, folder] = [await bakery(), temporaryFolder()];
    mkdirSync(join(folder, 'pain.md'));
    execFileSync('mkfifo', [join(folder, 'pain-2.md')]);
    symlinkSync('/dev/zero', join(folder, 'pain-3.md'));
    const saved = await run(['save', '--to', folder, at('/pain.md')]);
    expect(saved).toMatchObject({ code: 0, stderr: '', stdout: `${join(folder, 'pain-4.md')}\n` });
    expect(readFileSync(join(folder, 'pain-4.md'), 'utf8')).toContain('farine');
  });

  it('saves the others if one cannot be fetched', async () => {
    const [{ at }, home] = [await bakery(), temporaryFolder()];
    const saved = await run(['save', at('/rien.md'), at('/pain.md')], { home, cwd: home });
    expect(saved).toMatchObject({
      code: 2,
      stdout: 'pain.md\n',
      stderr: `kiosque: the server answered 404 Not Found: ${at('/rien.md')}\n`,
    });
  });

  const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>Le four — Mie</title><meta name="author" content="Ada Four"></head>
<body><nav><img src="/logo.png" alt="Mie"></nav><article><h1>Le four</h1>
<p>Le four est chaud quand une goutte d’eau y danse. <img class="a" src="/four.png" srcset="/four2.png 2x" alt="Le four"></p>
<p>La mie. <img data-src='mie.jpg?a=1&amp;b=2' src="data:image/gif;base64,R0" alt="La mie"> <img src="/absent.png" alt="x"></p>
<p>Une croûte qui chante promet une mie ouverte. <img src="http://10.0.0.1/secret.png" alt="y"> <img src="/page" alt="z"></p>
<p>Le levain, lui, vit sa vie : il monte, il retombe, il sent la pomme. <img src="/pixel.gif" width="1" height="1"></p>
</article></body></html>`;

  it('puts the pictures of a page beside it, and says in it what is known of it', async () => {
    const asked: string[] = [];
    const { at } = await webServer(({ url = '', headers }, response) => {
      asked.push(url);
      if (url === '/page' && headers.accept?.startsWith('text/html'))
        response.setHeader('Content-Type', 'text/html').end(PAGE);
      else if (url === '/page') response.setHeader('Content-Type', 'text/html').end('no picture');
      else if (url === '/four.png') response.setHeader('Content-Type', 'image/png').end('PNG');
      else if (url === '/mie.jpg?a=1&b=2') response.setHeader('Content-Type', 'image/jpeg').end('JPEG');
      else response.writeHead(404).end();
    });
    const home = temporaryFolder();
    const saved = await run(['save', '--to', 'pages', at('/page')], { home, cwd: home });
    expect(saved).toMatchObject({ code: 0, stdout: 'pages/page.html\n' });
    expect(saved.stderr.split('\n')).toEqual([
      'kiosque: 3 pictures were not saved:',
      `  the server answered 404 Not Found: ${at('/absent.png')}`,
      '  not fetched, as it leads to this machine or a private network: http://10.0.0.1/secret.png',
      `  not a picture (text/html): ${at('/page')}`,
      '',
    ]);
    expect(asked.toSorted()).toEqual(['/absent.png', '/four.png', '/mie.jpg?a=1&b=2', '/page', '/page']);
    const folder = join(home, 'pages');
    expect(readdirSync(join(folder, 'page_files')).sort()).toEqual(['1-four.png', '2-mie.jpg']);
    expect(readFileSync(join(folder, 'page_files/2-mie.jpg'), 'utf8')).toBe('JPEG');
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('<img src="./page_files/1-four.png" class="a" alt="Le four">');
    expect(page).toContain('<img src="./page_files/2-mie.jpg" alt="La mie">');
    expect(page).toContain('<img src="/absent.png" alt="x">');
    expect(page).toMatch(
      /<head><meta name="dcterms.title" content="Le four" \/>\n<meta name="dcterms.creator" content="Ada Four"/,
    );
    expect(page).toMatch(/<meta name="kiosque.saved" content="\d{4}-\d\d-\d\d" \/>/);
    const shown = await run(['show', '--format', 'json', 'pages/page.html'], { home, cwd: home });
    const facts = JSON.parse(shown.stdout);
    expect(facts).toMatchObject({ title: 'Le four', author: 'Ada Four', source: at('/page') });
    expect(facts.text).toContain('./page_files/1-four.png');
    await run(['save', '--to', 'pages', at('/page')], { home, cwd: home });
    expect(readdirSync(folder).sort()).toEqual(['page.html', 'page_files']);
  });

  it('says in Markdown where it is from, and when it was saved', async () => {
    const [{ at }, home] = [await bakery(), temporaryFolder()];
    await run(['save', at('/pain.md')], { home, cwd: home });
    const text = readFileSync(join(home, 'pain.md'), 'utf8');
    expect(text).toMatch(
      /^\ufeff---\nsource: "http:\S+\/pain.md"\nsaved: \d{4}-\d\d-\d\d\n---\n\n# Le pain\n/,
    );
    const listed = await run(['list', '--json', '--from', home], { home });
    expect(JSON.parse(listed.stdout)).toMatchObject([{ title: 'Le pain' }]);
  });

  it.each([
    [[], 'no address given; usage: kiosque save URL…'],
    [['pain.md'], 'not an address on the web: “pain.md”; addresses begin with https://'],
  ])('says what is missing: %j', async (words, message) => {
    expect(await run(['save', ...words])).toMatchObject({ code: 2, stderr: `kiosque: ${message}\n` });
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { isInstalled } from '../support/programs.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const ARGS = ['show', 'bienvenue', 'fixer-son-prix', '--format', 'pdf'];

/** A home folder in which these scripts are the only programs, by name, and the environment for it. */
function withPrograms(programs: Readonly<Record<string, string>>) {
  const home = temporaryFolder();
  for (const folder of ['bin', 'tmp']) mkdirSync(join(home, folder));
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { home, env: { PATH: join(home, 'bin'), TMPDIR: join(home, 'tmp'), SEEN: join(home, 'seen') } };
}

it('makes one PDF of several articles by a program that is there, and removes its files', async () => {
  const options = withPrograms({ weasyprint: `/bin/cp "$2" "$SEEN"; printf '%%PDF-1.7 made' >"$3"` });
  expect(await run(ARGS, options)).toMatchObject({ code: 0, stdout: '%PDF-1.7 made', stderr: '' });
  const page = readFileSync(options.env.SEEN, 'utf8');
  expect(page).toContain('<h1>Bienvenue dans Kiosque</h1>');
  expect(page).toContain('<h1>Fixer son prix</h1>');
  expect(readdirSync(options.env.TMPDIR)).toEqual([]);
});

it('tries the next program if one fails, writes no PDF or does something else', async () => {
  const options = withPrograms({
    chromium: 'exit 21',
    'google-chrome': 'exit 0',
    weasyprint: `echo no >"$3"`,
    wkhtmltopdf: `printf '%%PDF-1.4' >"$6"`,
  });
  expect(await run(ARGS, options)).toMatchObject({ code: 0, stdout: '%PDF-1.4', stderr: '' });
});

it('says why there is no PDF, or which programs make one', async () => {
  const failing = withPrograms({ chromium: 'exit 21', weasyprint: 'kill -9 $$' });
  expect(await run(ARGS, failing)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'kiosque: no PDF was made (chromium: exit 21, weasyprint: SIGKILL)\n',
  });
  expect(readdirSync(failing.env.TMPDIR)).toEqual([]);
  const { code, stderr } = await run(ARGS, withPrograms({}));
  expect(code).toBe(2);
  expect(stderr).toMatch(/^kiosque: no program here makes PDFs; install chromium, .* or wkhtmltopdf, .*\n$/);
});

it('removes its files when it is interrupted', async () => {
  const options = withPrograms({ chromium: 'kill -TERM $PPID; exec /bin/sleep 60' });
  expect(await run(ARGS, options)).toMatchObject({ signal: 'SIGTERM', stdout: '' });
  expect(readdirSync(options.env.TMPDIR)).toEqual([]);
});

it('writes no PDF to a terminal', async () => {
  const terminal = openTerminal({ args: ARGS, columns: 120 });
  expect((await terminal.exited).code).toBe(2);
  expect(terminal.screen.text).toContain('kiosque show … --format pdf > article.pdf');
});

it('prints by Chromium', async ({ skip }) => {
  skip(!isInstalled('chromium'), 'chromium is not installed');
  const home = temporaryFolder();
  const { code, stderr } = await runShell(`kiosque ${ARGS.join(' ')} > both.pdf`, { home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const pdf = readFileSync(join(home, 'both.pdf'), 'latin1');
  expect(pdf).toMatch(/^%PDF-1\.\d[\s\S]*%%EOF\s*$/);
  expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(3);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

/** A folder with an article in sections, and another. */
function folder(): string {
  const path = temporaryFolder();
  const source =
    '---\ntitle: Guide\nauthor: Ada\n---\n\nAvant.\n\n## Été\n\nChaud.[^1]\n\n### Juillet\n\nPlus chaud.\n\n## Hiver\n\nFroid.\n\n[^1]: Très.\n';
  writeFileSync(join(path, 'guide.md'), source);
  writeFileSync(join(path, 'page.txt'), 'Une page\n\nSans intertitre, avec un peu de texte.\n');
  return path;
}

describe('kiosque show --section', () => {
  it('prints a section with those below it, in every format', async () => {
    const cwd = folder();
    const show = async (...args: string[]) =>
      (await run(['show', 'guide.md', '--section', ...args], { cwd })).stdout;
    expect(await show('ete')).toBe('Été\n---\n\nChaud.¹\n\nJuillet\n\nPlus chaud.\n');
    expect(await show('juil', '--format', 'markdown')).toBe('### Juillet\n\nPlus chaud.\n\n');
    expect(await show('Hiver', '--format', 'markdown')).toBe('## Hiver\n\nFroid.\n\n[^1]: Très.\n');
    const html = await show('hiver', '--format', 'html');
    expect(html).toContain('<p>Froid.</p>');
    expect(html).not.toMatch(/Chaud|<h1>/);
    expect(JSON.parse(await show('juillet', '--json'))).toMatchObject({
      title: 'Guide',
      text: 'Juillet\n\nPlus chaud.\n',
      markdown: '### Juillet\n\nPlus chaud.\n\n',
    });
  });

  it('says which sections there are if it finds none', async () => {
    const cwd = folder();
    const section = (file: string, title: string) => run(['show', file, '--section', title], { cwd });
    expect(await section('guide.md', 'automne')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'kiosque: no section “automne”; there are “Été”, “Juillet”, “Hiver”\n',
    });
    expect((await section('guide.md', 'Hivre')).stderr).toContain('(did you mean “Hiver”?)');
    expect((await section('page.txt', 'x')).stderr).toContain('the article has no headings');
  });
});

it('kiosque show --format html prints several articles as one page', async () => {
  const cwd = folder();
  const { stdout, code } = await run(['show', 'guide.md', 'page.txt', '--format', 'html'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!DOCTYPE html>\n[\s\S]*<title>Guide<\/title>[\s\S]*<\/html>\n$/);
  expect(stdout.match(/<article/g)).toHaveLength(2);
  expect(stdout).toContain('<h1>Guide</h1>\n<p class="byline">Ada · 1 min</p>');
  // Ids of one do not lead into the other.
  expect(stdout).toMatch(/id="a1-\d+"/);
  expect((await run(['notes', '--format', 'html'])).stderr).toContain('--format must be markdown or json');
});

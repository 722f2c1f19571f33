import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalTerm, mdocLines, mdocOf } from '../../../src/cli/manual/mdoc.ts';
import { manualPages } from '../../../src/cli/manual/pages.ts';
import { optionTerm, synopsis } from '../../../src/cli/manual/terms.ts';
import { OPTION_NAMES, typedName } from '../../../src/cli/option-table.ts';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import { QUERY_OPERATORS } from '../../../src/messages/query-language.ts';
import { SETTING_NAMES } from '../../../src/settings/table.ts';
import { temporaryFolder } from '../../support/home.ts';
import { isInstalled, outputOf } from '../../support/programs.ts';

const hasMandoc = isInstalled('mandoc');
/** A page as a terminal shows it, without bold and underlined text. */
const shown = (text: string): string =>
  outputOf('mandoc', ['-Tutf8', '-O', 'width=200'], text).replace(/.\x08/g, '');

const pageOf = (lines: readonly string[]): string =>
  mdocOf({ name: 'x', section: 1, date: 'May 3, 2024', parts: [{ heading: 'NAME', lines }] });

describe.runIf(hasMandoc)('the manual, by mandoc', () => {
  it.each(LANGUAGES)('is without fault in %s', (language) => {
    const folder = temporaryFolder();
    const pages = manualPages(language);
    for (const { name, text } of pages) writeFileSync(join(folder, name), text);
    const { stdout } = spawnSync('mandoc', ['-Tlint', ...pages.map(({ name }) => name)], {
      cwd: folder,
      encoding: 'utf8',
    });
    // mandoc knows the titles of sections in English only.
    const isOfTitles = (line: string): boolean =>
      /possible typo in section name|first section is not "NAME"|outside NAME section/.test(line);
    const faults = stdout.split('\n').filter((line) => line !== '');
    expect(faults.filter((line) => language === 'en' || !isOfTitles(line))).toEqual([]);
  });

  it('has every option, setting and operator of the query language', () => {
    const page = (name: string) => shown(manualPages('en').find((each) => each.name === name)!.text);
    const program = page('kiosque.1');
    for (const name of OPTION_NAMES.filter((each) => each !== 'at' && each !== 'pager'))
      expect(program).toMatch(new RegExp(`^ +(-\\w, )?--(no-|\\[no-\\])?${typedName(name)}\\b`, 'm'));
    const config = page('kiosque-config.5');
    for (const name of SETTING_NAMES) expect(config).toMatch(new RegExp(`^ +${name}\\b`, 'm'));
    const search = page('kiosque-search.7');
    for (const { form, example } of QUERY_OPERATORS) {
      expect(search).toContain(`     ${form.en}`);
      expect(search).toContain(`  ${example.en}\n`);
    }
  });

  it('shows any text as it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a-\\.\'"`~^éœ…–&%[]()|,:B \u00a0'), minLength: 1 });
    const texts = fc
      .sample(text, { numRuns: 300, seed: 7 })
      .map((each) => `>${each.replace(/ +/g, ' ').trim()}<`);
    const visible = (line: string) => line.trim().replaceAll('\u00a0', ' ').replace(/ +/g, ' ');
    const lines = shown(pageOf(mdocLines({ lines: texts }, literalTerm)))
      .split('\n')
      .map(visible);
    expect(lines.filter((line) => line.startsWith('>'))).toEqual(texts.map(visible));
    const terms = texts.map((term) => ({ term, text: 'x' }));
    const tags = shown(pageOf(mdocLines({ entries: terms }, literalTerm)))
      .split('\n')
      .map(visible);
    expect(tags.filter((line) => line.startsWith('>')).map((line) => line.replace(/ x$/, ''))).toEqual(
      texts.map(visible),
    );
  });
});

it('writes options and synopses with their macros', () => {
  expect(optionTerm('-n, --limit N')).toBe('Fl n , Fl \\-limit Ar N');
  expect(optionTerm('    --[no-]justify')).toBe('Fl \\-[no\\-]justify');
  expect(synopsis('kiosque')).toBe('');
  expect(synopsis('kiosque [PATH…]')).toBe('Op Ar PATH ...');
  expect(synopsis('kiosque show ARTICLE…')).toBe('Cm show Ar ARTICLE ...');
  expect(synopsis('kiosque config [edit|check]')).toBe('Cm config Op Cm edit | check');
});

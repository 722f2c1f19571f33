import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { VISIBLE_COMMANDS } from '../../../src/cli/command-table.ts';
import { candidatesFor } from '../../../src/cli/complete/candidates.ts';
import { typedWords } from '../../../src/cli/complete/typed-words.ts';
import { OPTIONS } from '../../../src/cli/option-table.ts';

const candidates = (line: string) => candidatesFor(typedWords(line.split(' ')), 'en');
const wordsFor = (line: string) => candidates(line).fixed.map(({ word }) => word);

describe('a line that is being typed', () => {
  it.each([
    ['list --tag ven', { command: 'list', option: 'tag', before: '', current: 'ven' }],
    ['list --tag=ven', { command: 'list', option: 'tag', before: '--tag=', current: 'ven' }],
    ['list --tag=', { command: 'list', option: 'tag', before: '--tag=', current: '' }],
    ['list -n 5 --ta', { command: 'list', option: undefined, before: '', current: '--ta' }],
    ['-f', { command: 'read', option: undefined, current: '-f', isFirst: true }],
    ['-f dir -i', { command: 'read', current: '-i', given: new Map([['from', ['dir']]]) }],
    ['--no-memory show --json x', { command: 'show', current: 'x', isFirst: false }],
    ['show -- --tag', { command: 'show', option: undefined, current: '--tag', onlyOperands: true }],
    ['-- list x', { command: 'list', current: 'x' }],
    ['', { command: 'read', current: '', isFirst: true }],
  ])('is taken apart: %s', (line, expected) => {
    expect(typedWords(line.split(' '))).toMatchObject(expected);
  });
});

describe('candidates', () => {
  it('are commands or paths first, then what the command takes', () => {
    expect(wordsFor('')).toEqual(VISIBLE_COMMANDS.filter((name) => name !== 'read'));
    expect(candidates('li').paths).toBe(true);
    expect(candidates('show bien')).toEqual({ fixed: [], names: 'articles', paths: true });
    expect(candidates('show ./b').names).toBeUndefined();
    expect(candidates('list x')).toEqual({ fixed: [], names: undefined, paths: false });
    expect(wordsFor('completion ')).toEqual(['bash', 'zsh', 'fish']);
    expect(wordsFor('help ')).toEqual(expect.arrayContaining(['keys', 'search', 'show']));
    expect(new Set(wordsFor('help ')).size).toBe(wordsFor('help ').length);
  });

  it('are options that the command takes, those given before only if they add up', () => {
    const options = wordsFor('list --json --tag x --');
    expect(options).toEqual(expect.arrayContaining(['--tag', '--is', '--sort', '--no-memory']));
    expect(options).not.toContain('--json');
    expect(options).not.toContain('--width');
    expect(wordsFor('show --no')).toEqual(expect.arrayContaining(['--justify', '--no-justify']));
  });

  it('are the values of an option', () => {
    expect(wordsFor('list --sort ')).toEqual(['date', 'title', 'length', 'read']);
    expect(candidates('search --tag v').names).toBe('tags');
    expect(candidates('list --from=a').paths).toBe(true);
    expect(wordsFor('list --fields ')).toContain('title');
    expect(wordsFor('list --fields ')).not.toContain('snippet');
    expect(wordsFor('search --fields id,sn')).toContain('snippet');
    expect(typedWords(['search', '--fields=id,sn'])).toMatchObject({ before: '--fields=id,', current: 'sn' });
    expect(candidates('list -n ')).toEqual({ fixed: [], names: undefined, paths: false });
  });

  it.each(VISIBLE_COMMANDS)('for %s are understood by the program', async (name) => {
    const line = name === 'read' ? '' : `${name} `;
    for (const word of wordsFor(`${line}--`)) {
      const option = OPTIONS[word.replace(/^--(no-)?/, '') as keyof typeof OPTIONS];
      const argv = [...line.split(' '), word, ...(option.type === 'switch' ? [] : ['1'])].filter(Boolean);
      expect((await parseArguments(argv)).command).toBe(name);
    }
  });
});

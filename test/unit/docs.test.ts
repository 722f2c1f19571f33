import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/cli/help/exit-codes.ts';
import { OPTION_NAMES } from '../../src/cli/option-table.ts';
import { FORMATS, PACKED_FORMATS } from '../../src/document/formats.ts';

const PAGES = [
  'README.md',
  'README.fr.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'docs/guide.md',
  'docs/peers.md',
  'docs/recipes.md',
].map((page) => {
  const text = readFileSync(page, 'utf8');
  const [, ...fences] = text.split(/^ *```\w*$/m);
  const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  return {
    page,
    text,
    commands: fences.filter((_, index) => index % 2 === 0).join('\n'),
    prose,
    spans: Array.from(prose.matchAll(/`([^`\n]+)`/g), ([, span]) => span!),
  };
});

/** A path in the repository: with a folder, or with the suffix of a source file. `NAME` and `*` stand for any name. */
const PATH =
  /^(?![A-Z]+\/)[\w.*-]+(?:\/[\w.*-]+)*\/$|^[\w.-]+(?:\/[\w.*-]+)+$|^[\w-][\w.-]*\.(?:tsx?|mjs|js|json)$/;

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const exists = (path: string): boolean => {
  const name = basename(path);
  const pattern = name.replace(/\bNAME\b/, '*');
  if (!pattern.includes('*')) return existsSync(path);
  const file = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  return existsSync(dirname(path)) && readdirSync(dirname(path)).some((entry) => file.test(entry));
};

/** True if a source declares a function, class, variable, type, method or key of that name. */
const declares = (source: string, name: string): boolean =>
  new RegExp(
    `\\b(?:function\\*?|class|const|let|interface|type) ${name}\\b|^ *(?:(?:static|async|get|readonly) )*[#*]*${name}\\??[(:]`,
    'm',
  ).test(source);

describe.each(PAGES)('$page', ({ page, text, commands, prose, spans }) => {
  it('names files and folders that exist', () => {
    const paths = spans.map((span) => span.split(': ')[0]!).filter((span) => PATH.test(span));
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  it('names functions and classes that their files declare', () => {
    const names = spans.flatMap((span) => {
      const [path = '', name] = span.split(': ');
      return name && PATH.test(path) ? [{ path, name }] : [];
    });
    const unknown = names.filter(
      ({ path, name }) => !existsSync(path) || !declares(readFileSync(path, 'utf8'), name),
    );
    expect(unknown).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const used = text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g);
    const names = Array.from(used, ([, run, short]) => (run ?? short)!);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names options of kiosque', () => {
    const lines = commands.split('\n').filter((line) => /^kiosque|\| kiosque/.test(line));
    const typed = [...spans.filter((span) => /^--\w/.test(span)), ...lines].join('\n');
    const options = Array.from(typed.matchAll(/(?<!\S)--(?:no-)?([a-z-]+)/g), ([, name]) => name!);
    const known: readonly string[] = OPTION_NAMES;
    expect(/^README|guide/.test(page) ? options.filter((name) => !known.includes(name)) : []).toEqual([]);
  });

  it('links to pages and sections that exist', () => {
    const links = Array.from(prose.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]*))?\)/g));
    const broken = links.filter(([, path = '', section]) => {
      if (/^https?:/.test(path)) return false;
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(target) || (section !== undefined && !sectionsOf(target).includes(section));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

/** The anchors of a page's headings, as GitHub makes them. */
const sectionsOf = (page: string): string[] =>
  Array.from(readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it('ARCHITECTURE.md has a row for every folder of src', () => {
  const [, layers = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split(/^## Layers$/m);
  const [table] = layers.split(/^## /m);
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => `\`src/${name}/\``).filter((name) => !table!.includes(name))).toEqual([]);
});

describe('docs/guide.md', () => {
  const guide = readFileSync('docs/guide.md', 'utf8');

  it('words the exit codes as --help does', () => {
    const rows = Array.from(guide.matchAll(/^\| (\d+) +\| ([^|]+?) +\|$/gm), ([, code, text]) => [
      code,
      text,
    ]);
    expect(rows).toEqual(Object.entries(EXIT_CODES).map(([code, { en }]) => [code, en]));
  });

  it('names the suffix of every format', () => {
    const [, section = ''] = guide.split(/^## Articles$/m);
    const suffixes = [FORMATS, PACKED_FORMATS]
      .flatMap(Object.values<{ readonly suffixes: readonly string[] }>)
      .flatMap((format) => format.suffixes);
    expect(suffixes.filter((suffix) => !section.split(/^## /m)[0]!.includes(`\`.${suffix}\``))).toEqual([]);
  });
});

describe('CHANGELOG.md', () => {
  const headings = Array.from(
    readFileSync('CHANGELOG.md', 'utf8').matchAll(/^(#{2,3}) (.*)$/gm),
    ([, level, text]) => ({
      level: level!.length,
      text: text!,
    }),
  );

  it('has sections for what is not released yet and for versions with their dates, the latest first', () => {
    const [first, ...versions] = headings.filter(({ level }) => level === 2).map(({ text }) => text);
    expect(first).toBe('[Unreleased]');
    for (const version of versions) expect(version).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
    const dates = versions.map((version) => version.slice(-10));
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  it('groups changes by the kinds of Keep a Changelog', () => {
    const kinds = headings.filter(({ level }) => level === 3).map(({ text }) => text);
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  });
});

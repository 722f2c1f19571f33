import { describe, expect, it } from 'vitest';
import { isNoArticle, isToolFolder } from '../../../src/library/exclusions.ts';

describe('a file is no article by its name', () => {
  it.each([
    ...[
      'LICENSE.md',
      'LICENSE.txt',
      'LICENCE.md',
      'License.txt',
      'licence.md',
      'UNLICENSE.txt',
      'LICENSE-MIT.txt',
    ],
    ...[
      'LICENSE.BSD.txt',
      'MIT-LICENSE.txt',
      'COPYING.txt',
      'COPYING.LESSER.txt',
      'NOTICE.md',
      'PATENTS.txt',
    ],
    ...['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt', 'constraints.txt', 'robots.txt'],
    ...['humans.txt', 'CMakeLists.txt', 'top_level.txt', 'SOURCES.txt', 'llms.txt', '404.html'],
  ])('%s', (name) => expect(isNoArticle(name)).toBe(true));

  it.each([
    ...[
      'license-to-kill.md',
      'licence-poetique.md',
      'Notice.md',
      'notice.md',
      'copying-machines.md',
      'LICENSED.md',
    ],
    ...[
      '2024-05-03-license.md',
      'requirements.md',
      'robots.md',
      'my-robots.txt',
      'README.md',
      'CHANGELOG.md',
    ],
    ...[
      'the-requirements.txt',
      'patents.md',
      'Copying Vermeer.md',
      'sources.txt',
      '404-errors.md',
      '404.txt',
      '404.md',
      '40404.html',
    ],
  ])('but not %s', (name) => expect(isNoArticle(name)).toBe(false));
});

describe('a folder is filled by a program', () => {
  const among =
    (...names: readonly string[]) =>
    () =>
      names;

  it.each([
    'node_modules',
    'vendor',
    'venv',
    '__pycache__',
    '_site',
    '_build',
    'site-packages',
    '_layouts',
    '_includes',
  ])('if it is %s', (name) => expect(isToolFolder(name, among())).toBe(true));

  it.each([
    ['build', 'package.json'],
    ['dist', 'pyproject.toml'],
    ['target', 'Cargo.toml'],
    ['target', 'pom.xml'],
    ['public', 'hugo.toml'],
    ['public', 'config.toml'],
    ['layouts', 'hugo.yaml'],
    ['site', 'mkdocs.yml'],
    ['book', 'book.toml'],
    ['build', 'CMakeLists.txt'],
  ])('if it is %s beside %s', (name, file) => {
    expect(isToolFolder(name, among('a.md', file))).toBe(true);
    expect(isToolFolder(name, among('a.md', name))).toBe(false);
  });

  it.each([
    ['book', 'package.json'],
    ['target', 'package.json'],
    ['vendors', 'package.json'],
    ['notes', 'package.json'],
  ])('but not if it is %s beside %s', (name, file) => expect(isToolFolder(name, among(file))).toBe(false));
});

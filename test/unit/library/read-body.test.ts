import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../../src/library/read-body.ts';
import { parsedParts } from '../../support/document.ts';

const YAML = 'title: A\nlist:\n  - un\n  - deux\n\n# fin\n';

describe('bodyOf', () => {
  it.each([
    ['a.md', '{"a": 1}\n', 'json'],
    ['a.txt', '{\n  "a": 1\n}\n', 'json'],
    ['stdin', '{"a": 1}\n{"b": 2}\n', 'json'],
    ['a.md', '---\ntitle: A\n---\n', 'yaml'],
    ['a.txt', '+++\ntitle = "A"\n+++\n', 'toml'],
    ['a.yaml', YAML, 'yaml'],
    ['a.yml', `---\n${YAML}---\n${YAML}`, 'yml'],
    ['A.JSON', '[1, 2]\n', 'json'],
    ['a.toml', 'a = 1\n', 'toml'],
    ['a.py', 'Un mot.\n', 'py'],
    ['a.h', '# Un mot.\n', 'h'],
    ['a.patch', 'Un mot.\n', 'patch'],
    ['a.service', '[Unit]\nAfter=b\n', 'ini'],
    ['/a/Makefile', 'a: b\n\tc\n', 'makefile'],
    ['Dockerfile', 'FROM a\n', 'dockerfile'],
    ['stdin', '---\na: 1\n---\nb: 2\n', 'yaml'],
    ['stdin', '#!/usr/bin/env python3\nprint(1)\n', 'python'],
    ['a.txt', 'const a = require("b");\nconsole.log(a);\n', 'javascript'],
    ['stdin', 'SELECT a\nFROM b\nWHERE c = 1;\n', 'sql'],
  ])('reads %s with %j as code', (path, source, language) => {
    const body = bodyOf(source, path);
    expect(body).toEqual({ format: 'code', language, source, firstLine: 0 });
    const { blocks, text } = parsedParts(body);
    expect(blocks).toMatchObject([{ kind: 'code', language, line: 0 }]);
    expect(text).toBe(source.trimEnd());
  });

  it.each([
    ['a.log', 'Un mot.\nUn autre.\n'],
    ['a.csv', 'un mot\nun autre\n'],
  ])('keeps the lines of %s, in no language', (path, source) => {
    expect(bodyOf(source, path)).toEqual({ format: 'code', source, firstLine: 0 });
  });

  it.each([
    ['a.csv', 'table'],
    ['a.txt', 'table'],
    ['a.md', 'markdown'],
    ['a.Rmd', 'markdown'],
  ])('reads values in %s as %s', (path, format) => {
    expect(bodyOf('a,b\n1,2\n3,4\n', path)).toMatchObject({ format });
  });

  it.each([
    ['% Titre\n% Ada\n% 2 January 2020\n\n', 'Un **texte** en [prose](x).\n', 'markdown'],
    ['% Titre\n\n', 'Un texte en prose.\n', 'text'],
    ['Title: Titre\nDate: 2020-01-02\nTags: a, b\nAuthor: Ada\n\n', 'Un texte.\n', 'text'],
    ['% un commentaire\n\n', 'x = f(1);\ny = g(2);\n', undefined],
    ['Title: Titre\nDate: 2020-01-02\n\n', 'host: a\nport: 1\n', undefined],
  ])('leaves the header %j out of %j', (header, text, format) => {
    for (const path of ['stdin', 'a.txt']) {
      const body = bodyOf(header + text, path);
      if (format) expect(body).toMatchObject({ format, source: `\n${text}` });
      else expect(body).toMatchObject({ format: 'code', source: header + text });
    }
  });

  it.each([
    ['a.md', 'text', '---\ntitle: A\n---\nUn **mot**.\n', 'Un **mot**.\n'],
    ['stdin', 'markdown', '---\ntitle: A\n---\n', '---\ntitle: A\n---\n'],
    ['a.json', 'html', '[1, 2]\n', '[1, 2]\n'],
    ['a.md', 'code', '---\ntitle: A\n---\nUn mot.\n', '---\ntitle: A\n---\nUn mot.\n'],
  ] as const)('reads %s as %s if asked to', (path, input, text, source) => {
    expect(bodyOf(text, path, input)).toMatchObject({ format: input, source });
  });

  it.each([
    ['a.md', '{"a": 1}\nTexte\n', 'markdown', 'Texte\n'],
    ['a.txt', '---\ntitle: A\n---\nTexte\n', 'markdown', 'Texte\n'],
    ['a.txt', '[1, 2]\n', 'text', '[1, 2]\n'],
    ['stdin', '{ pas de JSON }', 'text', '{ pas de JSON }'],
  ])('reads %s with %j as %s', (path, text, format, source) => {
    expect(bodyOf(text, path)).toMatchObject({ format, source });
  });
});

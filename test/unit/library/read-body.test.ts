import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { bodyOf } from '../../../src/library/read-body.ts';

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
  ])('reads %s with %j as code', (path, source, language) => {
    const body = bodyOf(source, path);
    expect(body).toEqual({ format: 'code', language, source, firstLine: 0 });
    const { blocks, text } = parseDocument(body);
    expect(blocks).toMatchObject([{ kind: 'code', language, line: 0 }]);
    expect(text).toBe(source.trimEnd());
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

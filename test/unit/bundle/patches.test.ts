import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import Output from '../../../node_modules/ink/build/output.js';
import { joinRows, type Operation } from '../../../scripts/bundle/join-rows.ts';
import { patches } from '../../../scripts/bundle/patches.mjs';
import languages from '../../../src/document/languages.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** Bundles a module like the program: as CommonJS, with the packages it imports and the patches. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'cjs',
    plugins: patches,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

const pane = fc.record({
  width: fc.integer({ min: 1, max: 9 }),
  texts: fc.array(fc.constantFrom('', 'a', 'mot', '\x1b[1mgras\x1b[22m', '日本', 'é  x', ' '), {
    maxLength: 3,
  }),
});
const PLAIN = /\x1b\[[\d;]*m/g;

describe('joinRows', () => {
  const ROWS = 4;
  const operationsOf = (panes: readonly { width: number; texts: readonly string[] }[], gap: number) => {
    let x = 0;
    return panes.map(({ width, texts }) => {
      const operation = {
        x,
        y: 0,
        text: Array.from({ length: ROWS }, () => ' '.repeat(width)).join('\n'),
        transformers: [(_: string, row: number) => padded(texts[row] ?? '', width)],
      };
      x += width + gap;
      return operation;
    });
  };
  const padded = (text: string, width: number): string => {
    const cells = [...text.replace(PLAIN, '')].reduce((sum, char) => sum + (/[日本]/.test(char) ? 2 : 1), 0);
    return cells > width ? ' '.repeat(width) : text + ' '.repeat(width - cells);
  };

  it('joins side-by-side panes like Ink', () => {
    fc.assert(
      fc.property(fc.array(pane, { maxLength: 5 }), fc.nat(2), (panes, gap) => {
        const operations = operationsOf(panes, gap);
        const output = new Output({ width: 80, height: ROWS });
        for (const { x, y, text, transformers } of operations) output.write(x, y, text, { transformers });
        const rows = joinRows(
          operations.map((operation) => ({ type: 'write', ...operation })),
          ROWS,
        );
        expect(rows?.join('\n')).toBe(output.get().output);
      }),
    );
  });

  it.each<[string, Operation[]]>([
    [
      'that overlap',
      [
        { type: 'write', text: 'abc' },
        { type: 'write', x: 2, text: 'd' },
      ],
    ],
    ['that are clipped', [{ type: 'clip' }, { type: 'write', text: 'abc' }, { type: 'unclip' }]],
    ['below the frame', [{ type: 'write', y: 3, text: 'a\nb' }]],
    ['of an unknown width', [{ type: 'write', text: '日本' }]],
  ])('leaves texts %s to Ink', (_, operations) => {
    expect(joinRows(operations, 4)).toBeUndefined();
  });
});

describe('the patches', () => {
  it('apply to the installed version of Ink', async () => {
    await bundled("export { Box, render, Transform, useStdin } from 'ink';");
  }, 60_000);

  it('create a segmenter only on first use', async () => {
    const { Segmenter } = Intl;
    const made = vi.spyOn(Intl, 'Segmenter').mockImplementation(function make(...options) {
      return new Segmenter(...options);
    });
    onTestFinished(() => made.mockRestore());
    const code = await bundled(
      `export { default as stringWidth } from 'string-width';
       export * from 'wrap-ansi'; export * from 'slice-ansi'; export * from 'cli-truncate';
       export * from '@alcalzone/ansi-tokenize';`,
    );
    const module = { exports: {} as { stringWidth: (text: string) => number } };
    new Function('module', 'require', code)(module, require);
    expect(module.exports.stringWidth('abc')).toBe(3);
    expect(made).not.toHaveBeenCalled();
    expect(module.exports.stringWidth('日本')).toBe(4);
    expect(made).toHaveBeenCalledOnce();
  });

  it('make the grammar of a language when it is first asked for, and color code like highlight.js', async () => {
    type Highlighter = Pick<typeof import('highlight.js'), 'highlight' | 'listLanguages'>;
    const code = await bundled(`module.exports = require('highlight.js');`);
    const module = { exports: {} as Highlighter };
    new Function('module', 'require', code)(module, require);
    const lazy = module.exports;
    const whole: Highlighter = require('highlight.js');
    const htmlOf = ({ highlight }: Highlighter, language: string, text: string): string =>
      highlight(text, { language }).value;
    expect(lazy.listLanguages()).toEqual([]);
    expect(htmlOf(lazy, 'json', '{"a": 1}')).toBe(htmlOf(whole, 'json', '{"a": 1}'));
    expect(lazy.listLanguages()).toEqual(['json']);
    const sample = `#!/bin/sh\n<script>let a = "x"; // y</script><style>a { color: red }</style>\n<?php echo 'b' + 2; ?>\n`;
    for (const language of Object.keys(languages))
      expect(htmlOf(lazy, language, sample), language).toBe(htmlOf(whole, language, sample));
  });

  it('are still needed, because packages of Ink create segmenters when they load', () => {
    for (const path of ['ink/build/line-update.js', 'string-width/index.js', 'slice-ansi/tokenize-ansi.js'])
      expect(readFileSync(`node_modules/${path}`, 'utf8'), path).toMatch(/^const \w+ = new Intl\.Segmenter/m);
  });
});

describe('postal-mime', () => {
  const mailWith = (text: string): string => `Subject: a\r\nContent-Type: text/plain\r\n\r\n${text}`;

  it('reads the lines of a mail as the package does', async () => {
    const program = new Function(
      'require',
      `const module = { exports: {} };\n${await bundled("export { default } from 'postal-mime';")}\nreturn module.exports.default;`,
    );
    const patched = program(require) as typeof PostalMime;
    for (const text of ['', 'a', 'a\r\n\r\nb\r\n', 'é\n'.repeat(3000), `${'x'.repeat(5000)}\ny`]) {
      expect(await patched.parse(mailWith(text))).toEqual(await PostalMime.parse(mailWith(text)));
    }
  });
});

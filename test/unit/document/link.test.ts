import { expect, it } from 'vitest';
import { encodeHref } from '../../../src/document/markdown/link.ts';

it.each([
  ['https://a.org/a b?é=1#c', 'https://a.org/a%20b?%C3%A9=1#c'],
  ['https://a.org/%20?attach=x', 'https://a.org/%20?attach=x'],
  ['mailto:ada@a.org', 'mailto:ada@a.org'],
  ['mailto:ada@a.org?attach=/etc/hosts', 'mailto:ada@a.org'],
  [
    'MAILTO:ada@a.org?Subject=A b&x-header=1&body=c&cc=b@a.org#d',
    'MAILTO:ada@a.org?Subject=A%20b&body=c&cc=b@a.org',
  ],
])('%s is encoded as %s', (href, expected) => {
  expect(encodeHref(href)).toBe(expected);
  expect(encodeHref(expected)).toBe(expected);
});

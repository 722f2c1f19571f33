import { expect, it } from 'vitest';
import { conditionSpellings } from '../../../src/messages/conditions.ts';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { conditionsOf } from '../../../src/search/requirement.ts';

it.each(LANGUAGES)('suggests every condition as it can be typed: %s', (language) => {
  const conditions = conditionSpellings[language].flatMap((typed) => conditionsOf(parseQuery(typed)));
  const names = conditions.map((each) => (each.kind === 'mark' ? each.condition : each.kind));
  expect(names).toEqual([
    ...['starred', 'read', 'unread', 'started', 'highlighted', 'noted'],
    ...['language', 'minutes'],
  ]);
});

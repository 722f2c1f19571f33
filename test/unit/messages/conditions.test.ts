import { expect, it } from 'vitest';
import { conditionSpellings } from '../../../src/messages/conditions.ts';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import { parseQuery } from '../../../src/search/query.ts';

it.each(LANGUAGES)('suggests every condition as it can be typed: %s', (language) => {
  const conditions = conditionSpellings[language].flatMap((typed) => parseQuery(typed).conditions);
  const names = conditions.map(({ condition }) => condition);
  expect(names).toEqual(['starred', 'read', 'unread', 'started', 'highlighted', 'noted']);
});

import type { Block } from '../document/document.ts';
import type { Line } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';

/** Sets a thematic break: three stars in the middle, as in books. */
export function* setRule(rule: Block, prefix: LinePrefix): Generator<Line> {
  const stars = prefix.measure === 0 || prefix.measure >= 5 ? '* * *' : '*';
  const before = ' '.repeat(Math.max(0, Math.floor((prefix.measure - stars.length) / 2)));
  const text = before + stars;
  yield prefix.line([{ text, style: { role: 'rule' }, at: -1 }], text.length, rule.start, rule.start);
}

import type { Block } from './document.ts';
import type { Line } from './line.ts';
import type { Margin } from './margin.ts';

/** A thematic break: three stars in the middle, as books have it. */
export function* setRule(rule: Block, margin: Margin): Generator<Line> {
  const stars = margin.measure === 0 || margin.measure >= 5 ? '* * *' : '*';
  const before = ' '.repeat(Math.max(0, Math.floor((margin.measure - stars.length) / 2)));
  const text = before + stars;
  yield margin.line([{ text, style: { role: 'rule' }, at: -1 }], text.length, rule.start, rule.start);
}

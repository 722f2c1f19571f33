import type { Block } from '../document/document.ts';
import type { Line } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';

/** Sets a heading. In plain text it is underlined with `=` or `-`, as in Markdown. */
export function* setHeading(
  heading: Block & { kind: 'heading' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const role = heading.depth === 1 ? 'title' : 'heading';
  const runs = heading.runs.map((run) => ({
    ...run,
    style: {
      ...run.style,
      role: run.style.role ?? role,
      bold: true,
      ...(heading.depth > 3 && { italic: true }),
    },
  }));
  let widest = 0;
  for (const line of setParagraph(runs, heading.start, prefix, setting, false)) {
    widest = Math.max(widest, line.width - prefix.indent);
    yield line;
  }
  if (setting.options.plain && heading.depth <= 2 && widest > 0) {
    const text = (heading.depth === 1 ? '=' : '-').repeat(widest);
    yield prefix.line([{ text, style: { role: 'rule' }, at: -1 }], widest, heading.end, heading.end);
  }
}

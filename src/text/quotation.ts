import { calloutLabel } from '../document/callout-kinds.ts';
import type { Block } from '../document/document.ts';
import type { Line, Span } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';

const BAR: readonly Span[] = [{ text: '│ ', style: { role: 'quote' }, at: -1 }];

/** Sets a quotation, with a bar at each depth. A callout begins with its title, or else with the name of its kind. */
export function* setQuotation(
  quotation: Block & { kind: 'quotation' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const inner = prefix.fits(2) ? prefix.inside(2, BAR) : prefix;
  if (quotation.callout !== undefined && !quotation.titled) {
    const text = calloutLabel(quotation.callout, setting.document.lang);
    const label = { text, style: { role: 'quote', bold: true }, at: -1 } as const;
    yield* setting.blocks(
      [
        { kind: 'paragraph', runs: [label], start: quotation.start, end: quotation.start },
        ...quotation.blocks,
      ],
      inner,
      false,
    );
  } else yield* setting.blocks(quotation.blocks, inner, false);
}

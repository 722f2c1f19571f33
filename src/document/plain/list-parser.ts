import { isLower } from './letters.ts';
import type { Peekable } from './peekable.ts';
import type { PlainBlock } from './plain-block.ts';
import type { Item, Token } from './tokens.ts';

/** Items after which a list goes on as another one, so that a long one need not be read whole to show its start. */
const MAX_ITEMS = 1000;
/** Lists nested deeper than this are read at this depth. */
const MAX_DEPTH = 12;

/** Reads the list that begins at the next token, with what is indented below its items. `read` makes blocks of a token. */
export function readList(
  tokens: Peekable<Token>,
  read: (token: Token) => readonly PlainBlock[],
  depth = 1,
): PlainBlock & { kind: 'list' } {
  const first = tokens.next() as Item;
  const items: PlainBlock[][] = [[...read(first)]];
  let last = first;
  for (let token = tokens.peek(); token; token = tokens.peek()) {
    if (token.kind !== 'item') {
      if (!isUnderItem(token, first)) break;
      items.at(-1)!.push(...read(token));
      tokens.next();
    } else if (token.indent > first.indent + 1 && depth < MAX_DEPTH) {
      items.at(-1)!.push(readList(tokens, read, depth + 1));
    } else {
      if (!follows(last, token) || token.indent <= first.indent - 2 || items.length >= MAX_ITEMS) break;
      last = token;
      items.push([...read(token)]);
      tokens.next();
    }
  }
  const start = first.mark.number === undefined ? {} : { start: first.mark.number };
  return { kind: 'list', ...start, items, at: first.at };
}

const isUnderItem = ({ kind, apart, lines }: Token, item: Item): boolean =>
  kind !== 'heading' && kind !== 'rule' && apart && lines[0]!.indent > item.indent + 1;

const follows = (above: Item, below: Item): boolean =>
  above.mark.kind === 'number'
    ? below.mark.number === above.mark.number! + 1
    : below.mark.sign === above.mark.sign;

/** Whether items with dashes are dialogue: all are sentences, and a question among them is followed by an answer. */
export function isDialogue(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every((text) => !isLower(text[0]) && /[.!?…»”"]$/.test(text))) return false;
  const isQuestion = (text: string): boolean => text.endsWith('?');
  return texts.some((text, i) => i > 0 && isQuestion(texts[i - 1]!) && !isQuestion(text));
}

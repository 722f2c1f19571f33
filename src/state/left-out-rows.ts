import { pathBelow } from '../library/folders.ts';
import { groupLeftOut, type LeftOut } from '../library/left-out.ts';
import { leftOutReason } from '../messages/left-out.ts';
import type { Language } from '../messages/locale.ts';
import { cleanLine } from '../unicode/clean.ts';
import { fold } from '../unicode/slug.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { geometryOf, memoLast, overlayField, pageWidth } from './selectors.ts';
import { emptyField, type State, withUnavailable } from './state.ts';

/** `line` is what is drawn of a path; the rest of a long one is on further rows, of kind `more`. `text` is all of it. */
export type LeftOutRow = Readonly<
  | { kind: 'section'; title: string }
  | { kind: 'path'; line: string; text: string }
  | { kind: 'more'; line: string }
  | { kind: 'blank' }
>;

/** Opens the page that names what is left out of the library. */
export function openLeftOut(state: State): State {
  if (!hasLeftOut(state)) return withUnavailable(state, 'leftOut');
  const { overlay: previous } = state;
  return { ...state, overlay: { kind: 'leftOut', top: 0, field: emptyField, typing: false, previous } };
}

export const hasLeftOut = ({ library: { leftOut = [] } }: State): boolean => leftOut.length > 0;

/** The paths of what is left out that contain the filter, by the reasons why it is. */
export function leftOutRows(state: State): readonly LeftOutRow[] {
  const { library, roots, language } = state;
  const width = pageWidth(geometryOf(state).reader?.width ?? state.size.columns);
  return rowsFor(library.leftOut ?? [], roots, language, fold(overlayField(state).value.trim()), width);
}

const rowsFor = memoLast(
  (
    leftOut: readonly LeftOut[],
    roots: readonly string[],
    language: Language,
    filter: string,
    width: number,
  ): readonly LeftOutRow[] => {
    const rows = groupLeftOut(leftOut).flatMap(({ items, ...reason }): LeftOutRow[] => {
      const paths = items.map((item) => pathText(item, roots)).filter((path) => fold(path).includes(filter));
      const title = leftOutReason[language](reason, paths.length);
      return paths.length === 0
        ? []
        : [{ kind: 'blank' }, { kind: 'section', title }, ...paths.flatMap((path) => pathRows(path, width))];
    });
    return rows.slice(1);
  },
);

/** A path below the root of the library, safe to show; a folder has a slash at its end. */
const pathText = ({ path, isFolder }: LeftOut, roots: readonly string[]): string =>
  `${cleanLine(pathBelow(path, roots) || path).normalize('NFC')}${isFolder ? '/' : ''}`;

/** Blank cells before the lines of a path after the first. */
const INDENT = '  ';

function pathRows(text: string, width: number): readonly LeftOutRow[] {
  const [line = ''] = wrapWords(text, width);
  const rest = text.slice(line.length).trimStart();
  if (rest === '') return [{ kind: 'path', line, text }];
  const more = wrapWords(rest, Math.max(1, width - INDENT.length));
  return [
    { kind: 'path', line, text },
    ...more.map((each): LeftOutRow => ({ kind: 'more', line: INDENT + each })),
  ];
}

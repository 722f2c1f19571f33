import { clean } from '../../unicode/clean.ts';
import type { Link, Run } from '../document.ts';

/** Whether two titles say the same. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (text: string): string =>
  clean(text).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const isPicture = (run: Run): boolean => run.style.role === 'image';

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/**
 * What is left of a heading once the title, which is shown above the text, has been taken out of it: pictures with
 * something else to say. Undefined where the heading is not the title, or is mentioned by a note.
 */
export function withoutTitle(
  runs: readonly Run[],
  title: string,
  links: readonly Link[],
): readonly Run[] | undefined {
  if (runs.some(({ link }) => link !== undefined && links[link]!.kind === 'footnote')) return undefined;
  const pictures = runs.filter(isPicture);
  const says =
    sameText(textOf(runs), title) || sameText(textOf(runs.filter((run) => !isPicture(run))), title);
  return says ? pictures.filter(({ text }) => !sameText(text, title)) : undefined;
}

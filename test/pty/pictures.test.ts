import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/messages/locale.ts';
import { lookOfProgram } from '../../src/style/looks.ts';
import { temporaryFolder } from '../support/home.ts';
import { movingPicture, type PictureStyle, type Scene, shotOf, stillPicture } from '../support/picture.ts';
import { run } from '../support/run.ts';
import type { Screen } from '../support/screen.ts';
import { openTerminal, type Terminal, type TerminalOptions } from '../support/terminal.ts';
import { type Step, TOURS } from '../support/tours.ts';

// The pictures in the READMEs, taken of the program. `npm run pictures` takes them again; look at them before you commit.

/** Themes with a background, so that a picture looks the same in every terminal. */
const THEMES = { dark: 'night', light: 'daylight' } as const;

const FRAMES = { dark: '#3d4a5e', light: '#c3ccd6' } as const;

const CASES = LANGUAGES.flatMap((language) =>
  (['dark', 'light'] as const).map((theme) => ({ language, theme, tour: TOURS[language] })),
);

describe.each(CASES)('the pictures in $language, $theme', ({ language, theme, tour }) => {
  const open = (options: TerminalOptions) =>
    openTerminal({
      columns: 104,
      rows: 27,
      ...options,
      env: { LANG: tour.locale, COLORTERM: 'truecolor', KIOSQUE_THEME: THEMES[theme] },
    });
  const styleOf = (title: string): PictureStyle => {
    const { text, background } = lookOfProgram(THEMES[theme]).ground!;
    return { title, foreground: text[0], background: background[0], frame: FRAMES[theme] };
  };
  const fileOf = (name: string): string => `../../docs/pictures/${name}.${language}.${theme}.svg`;

  it('show a tour of the reader', async () => {
    const home = temporaryFolder();
    // The index is there before the search, which would show how far it is.
    await run(['search', 'index'], { home });
    const terminal = open({ home });
    const scenes: Scene[] = [];
    for (const step of tour.steps) {
      const screen = await perform(terminal, step);
      scenes.push({ shot: shotOf(screen), seconds: step[3] });
    }
    const picture = movingPicture(scenes, tour.still, styleOf(tour.titles.tour));
    await expect(picture).toMatchFileSnapshot(fileOf('tour'));
  });

  it('show a page', async () => {
    const { id, steps, colors } = tour.page;
    const terminal = open({ args: [resolve(`articles/${id}.md`)], columns: 92 });
    for (const step of steps) await perform(terminal, step);
    const screen = await terminal.waitFor((each) => colorsOf(each) >= colors);
    const picture = stillPicture(shotOf(screen), styleOf(tour.titles.page));
    await expect(picture).toMatchFileSnapshot(fileOf('page'));
  });

  it('show commands in a shell', async () => {
    const lines = tour.commands.map((command) => `printf '$ %s\\n' ${quoted(command)}; ${command}; echo`);
    const terminal = open({ shell: [...lines, "printf '$ '"].join('\n'), rows: 21 });
    await terminal.exited;
    const picture = stillPicture(shotOf(terminal.screen), styleOf(tour.titles.shell));
    await expect(picture).toMatchFileSnapshot(fileOf('shell'));
  });
});

/** Presses the keys of a step, and waits until nothing on the screen changes any more. */
function perform(terminal: Terminal, [keys, wanted, percent]: Step): Promise<Screen> {
  terminal.type(keys);
  return terminal.waitFor(
    (screen) => wanted.test(screen.text) && percentOf(screen) === percent && hasResults(screen),
  );
}

/** True if the results of a search, if there are any, are complete, each with its snippet in place of author and date. */
const hasResults = ({ text, rows }: Screen): boolean =>
  !/ (?:results|résultats)\b/.test(text) ||
  !(/ index(?:ing|ation) /.test(text) || rows.some((row) => /^[ ▌]Kiosque\s·/.test(row)));

/** The percentage in the status line, or undefined. */
function percentOf({ rows }: Screen): number | undefined {
  const percent = / (\d+)\s?%/.exec(rows.at(-1)!)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

const colorsOf = (screen: Screen): number =>
  new Set(shotOf(screen).rows.flatMap((cells) => cells.map(({ foreground }) => foreground))).size;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

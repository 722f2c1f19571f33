import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isBinary } from '../support/home.ts';
import { isInstalled } from '../support/programs.ts';
import { runShell } from '../support/run.ts';

/** The programs that recipes use, besides those that are everywhere. */
const PROGRAMS = ['jq', 'xargs'];

/** A part of each recipe, and the output expected of it. Recipes that take over the terminal are not tested. */
const EXPECTED: readonly (readonly [recipe: string, output: RegExp])[] = [
  ['select(.minutes < 5)', /^[a-z-]+$/m],
  ['group_by', /^\d+\tvente$/m],
  ['wc -w', /^ *\d+ .*\.md$/m],
  ['bienvenue.html', /^$/],
  ['The keys', /^The keys\n/],
];

const recipes = Array.from(
  readFileSync('docs/recipes.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ([, recipe]) => recipe!.trim(),
);

it.each(recipes)('the shell understands %s', async (recipe) => {
  expect(await runShell(`sh -n <<'END'\n${recipe}\nEND`)).toMatchObject({ code: 0, stderr: '' });
});

const recipeWith = (part: string): string => recipes.find((each) => each.includes(part))!;

/** True if all programs that a recipe uses are installed. */
const isRunnable = (recipe: string): boolean =>
  PROGRAMS.every((program) => !recipe.includes(`${program} `) || isInstalled(program));

it.for(EXPECTED)('%s prints what it should', async ([part, output], { skip }) => {
  const recipe = recipeWith(part);
  skip(!isRunnable(recipe), 'a program is not installed');
  skip(isBinary && part === 'wc -w', 'the articles are in the executable');
  const { code, stdout, stderr } = await runShell(recipe);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(output);
});

it('the preview of fzf and the list of Vim get what they need', async () => {
  const { stdout } = await runShell("kiosque list --format '{id}\\t{title}' -n 1");
  const [id = '', title = ''] = stdout.trimEnd().split('\t');
  expect(title).not.toBe('');
  const preview = await runShell(`kiosque show --color always --width 40 ${id}`);
  expect(preview).toMatchObject({ code: 0, stderr: '' });
  expect(preview.stdout).toContain('\x1b[');
});

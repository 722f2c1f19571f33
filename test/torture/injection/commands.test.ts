import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/home.ts';
import { activeIn } from '../support/active-html.ts';
import { forbiddenIn, Guard, trimmed, withoutStyles } from '../support/guard.ts';
import { sampleOf, Tally } from '../support/tries.ts';
import type { Construct } from './construct.ts';
import { bytesOf, CONSTRUCTS, fileNameOf, sourceOf } from './constructs.ts';
import { FORMS, type OutputForm, type Printed, print } from './outputs.ts';
import { CLOSING, OPENING } from './surroundings.ts';
import { VECTORS, type Vector } from './vectors.ts';

/** Share of the matrix in a sample. */
const SHARE = 0.01;

/** What is wrong with the output of a command; undefined if nothing is. */
async function failureOf(form: OutputForm, path: string): Promise<string | undefined> {
  const printed = await print(form, path);
  const { stdout, stderr } = printed;
  if (stderr.includes('unexpected')) return stderr;
  const said = forbiddenIn(stderr);
  if (said) return `stderr has ${said}`;
  if (form.kind === 'json') return jsonFailure(stdout, stderr);
  // Tabs of code and between fields move the cursor, and do nothing else.
  const written = forbiddenIn(stdout.replaceAll('\t', ' '));
  if (written) return `has ${written}`;
  const active = form.name === 'show --format html' && activeIn(stdout);
  if (active) return active;
  return (form.kind === 'terminal' && (await screenFailure(stdout))) || lossIn(form, printed);
}

const JOINERS = /\u200c|\u200d|\u2060/g;

function jsonFailure(stdout: string, stderr: string): string | undefined {
  const written = forbiddenIn(stdout);
  if (written) return `has ${written}`;
  if (stdout === '') return stderr === '' ? 'is empty' : undefined;
  JSON.parse(stdout);
  return undefined;
}

/** Whether a terminal shows what was printed and does nothing else. */
async function screenFailure(stdout: string): Promise<string | undefined> {
  const guard = new Guard();
  await guard.write(stdout);
  const { deeds, text } = guard;
  guard.dispose();
  if (deeds.length > 0) return deeds.join(', ');
  const printed = trimmed(withoutStyles(stdout));
  // A joiner at the beginning of a line has no cell to belong to.
  const isSame = printed.includes('\t') || text.replace(JOINERS, '') === printed.replace(JOINERS, '');
  return isSame ? undefined : `shows ${JSON.stringify(text)} for ${JSON.stringify(printed)}`;
}

/** A text shown without its first or last paragraph has lost them to an unfinished sequence. */
function lossIn({ name }: OutputForm, { stdout, stderr }: Printed): string | undefined {
  const isShown = name.startsWith('show') && !/no such file|damaged/.test(stderr);
  if (!isShown || (stdout.includes(OPENING) && stdout.includes(CLOSING))) return undefined;
  return `lost a paragraph: ${JSON.stringify(stdout + stderr)}`;
}

describe.each(FORMS)('no vector acts in the output of $name', (form) => {
  const constructs = new Map(CONSTRUCTS.map((construct) => [construct.name, construct]));
  const pairs = CONSTRUCTS.flatMap(({ name }) => VECTORS.map((vector): [string, Vector] => [name, vector]));

  it('from inside a file', async () => {
    const tally = new Tally(`injection, ${form.name}`);
    onTestFinished(() => tally.report());
    const folder = temporaryFolder();
    for (const [name, vector] of sampleOf(pairs, SHARE)) {
      const construct: Construct = constructs.get(name)!;
      const path = join(folder, construct.file);
      // A text with a zero byte is none.
      if (sourceOf(construct, vector).includes(0)) continue;
      writeFileSync(path, bytesOf(construct, vector));
      const what = `${name}, ${vector.family} ${JSON.stringify(vector.text)}`;
      tally.try(what, await failureOf(form, path));
    }
    expect(tally.failures).toEqual([]);
  });

  it('from the names of a file and of its folder', async () => {
    const tally = new Tally(`injection by names, ${form.name}`);
    onTestFinished(() => tally.report());
    const folder = temporaryFolder();
    for (const vector of sampleOf(VECTORS, 10 * SHARE)) {
      const name = fileNameOf(vector);
      if (name === undefined) continue;
      const inside = join(folder, name);
      mkdirSync(inside, { recursive: true });
      const path = join(inside, name);
      writeFileSync(path, `${OPENING} needle ${CLOSING}\n`);
      for (const given of [path, `${path}.missing.md`])
        tally.try(JSON.stringify(vector.text), await failureOf(form, given));
    }
    expect(tally.failures).toEqual([]);
  });
});

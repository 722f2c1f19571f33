import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withCleanUp } from '../../files/with-clean-up.ts';
import type { Converter } from '../../library/converters.ts';
import { runProgram } from '../../library/packed/converted/run-converter.ts';
import { progressMessages } from '../../messages/progress.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { ResolvedArticle } from '../article.ts';
import { type Environment, Failure, type Output } from '../environment.ts';
import { ProgressLine } from '../progress-line.ts';
import { showHtml } from '../show-html.ts';
import { PRINTER_NAMES, printCommands } from './printers.ts';

/** A browser needs some seconds to start, and a book many pages. */
const LIMITS = { time: 120_000, size: 1_000_000 };

/**
 * Prints articles as one PDF, by a program that prints their page of HTML.
 *
 * @throws {Failure} if `stdout` is a terminal, or no program has made a PDF
 */
export async function showPdf(
  environment: Environment,
  articles: readonly ResolvedArticle[],
  section: string | undefined,
): Promise<void> {
  const { stdout } = environment;
  if (stdout.isTTY) throw new Failure(2, (messages) => messages.pdfToTerminal);
  const texts: string[] = [];
  const page: Pick<Output, 'write'> = {
    write(text, done) {
      texts.push(String(text));
      done?.();
    },
  };
  await showHtml(environment, articles, section, page);
  const line = new ProgressLine(environment);
  const { pdf } = progressMessages[environment.language];
  line.tell(() => ({ text: pdf }));
  const made = inFolder(environment, (folder) => pdfOf(texts.join(''), folder));
  stdout.write(await made.finally(() => line.end()));
}

/** Runs a task with a folder for its files, which is removed however the program ends. */
async function inFolder<T>({ process }: Environment, task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosque-pdf-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return withCleanUp(() => task(folder), remove, process);
}

/** The PDF of a page of HTML, by the first program that is there and makes one. */
async function pdfOf(html: string, folder: string): Promise<Buffer> {
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  await writeFile(page, html);
  const reasons: string[] = [];
  for (const command of printCommands(page, pdf, folder, process.geteuid?.() === 0)) {
    const result = await printed(command, pdf);
    if (typeof result !== 'string') return result;
    if (result !== '') reasons.push(result);
  }
  throw new Failure(2, (messages) =>
    reasons.length > 0 ? messages.pdfFailed(reasons.map(cleanLine)) : messages.noPdfPrinter(PRINTER_NAMES),
  );
}

/** The PDF that a program has made, or why there is none: an empty text if the program is not installed. */
async function printed(command: Converter, pdf: string): Promise<Buffer | string> {
  try {
    await runProgram(command, LIMITS);
    const bytes = await readFile(pdf).catch(() => Buffer.alloc(0));
    return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? bytes : `${command[0]}: no PDF`;
  } catch (error) {
    const { message, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
    return cause?.code === 'ENOENT' ? '' : message;
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishOptions } from '../../src/commands/command-options.ts';
import { type Environment, Failure } from '../../src/commands/environment.ts';
import { publish } from '../../src/commands/publish.ts';
import { cliMessages } from '../../src/messages/cli.ts';
import type { Language } from '../../src/messages/locale.ts';
import { decodeCataloguePage } from '../../src/published/catalogue.ts';
import {
  type FileReference,
  POINTER,
  type Pointer,
  type PublishedManifest,
} from '../../src/published/format.ts';
import { decodeManifest } from '../../src/published/manifest.ts';
import { parsePointer } from '../../src/published/pointer.ts';
import type { PublishedArticle } from '../../src/published/published-article.ts';
import { filesOf } from '../../src/published/published-files.ts';
import type { ByteRange, RangeReader } from '../../src/published/range-reader.ts';
import { checkFile, pathOf } from '../../src/published/references.ts';
import type { StoredText } from '../../src/published/stored-text.ts';
import { textAt } from '../../src/published/texts.ts';
import { NO_SETTINGS } from '../../src/settings/effective.ts';

/** The output of `kiosque publish`. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

interface Given extends Partial<PublishOptions> {
  readonly language?: Language;
  readonly cache?: string;
}

/**
 * Runs `kiosque publish` in this process.
 *
 * @throws an error with the message that the program would end with, after its exit code
 */
export async function publishing(
  paths: readonly string[],
  to: string,
  { language = 'en', cache, ...options }: Given = {},
): Promise<Printed> {
  const printed = { stdout: '', stderr: '' };
  const output = (name: keyof Printed) => ({
    isTTY: false,
    columns: 80,
    write: (text: string | Uint8Array) => {
      printed[name] += String(text);
    },
  });
  const environment = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd: '/',
    now: Date.now,
    language,
    storage: { cache, readOnly: false },
    settings: NO_SETTINGS,
    catalogue: 'articles',
  } as unknown as Environment;
  const given = { title: undefined, keep: 3, isTrial: false, verbose: false, drafts: false };
  try {
    await publish(environment, { paths, input: undefined, to, ...given, ...options });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Error(`${error.code}: ${error.say(cliMessages[language])}`, { cause: error });
  }
  return printed;
}

/** Reads a published library from its folder, and checks each file and each group of texts. */
export class PublishedLibrary implements RangeReader {
  readonly pointer: Pointer;
  readonly manifest: PublishedManifest;
  readonly #folder: string;

  /** @param manifest  by default, the one that the pointer names */
  constructor(folder: string, manifest?: FileReference) {
    this.#folder = folder;
    this.pointer = parsePointer(readFileSync(join(folder, POINTER), 'utf8'));
    this.manifest = decodeManifest(this.read(manifest ?? this.pointer.manifest));
  }

  read(file: FileReference): Uint8Array {
    const bytes = readFileSync(join(this.#folder, pathOf(file)));
    checkFile(file, bytes);
    return bytes;
  }

  async whole(file: FileReference): Promise<Uint8Array> {
    return this.read(file);
  }

  kept(): undefined {
    return undefined;
  }

  async fetch(file: FileReference, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    const bytes = this.read(file);
    return ranges.map(({ at, length }) => bytes.subarray(at, at + length));
  }

  keep(): void {}

  /** The files that the manifest names. */
  get files(): readonly FileReference[] {
    return [...filesOf(this.manifest)];
  }

  /** All articles in the order of the catalogue. */
  get articles(): readonly PublishedArticle[] {
    return this.manifest.catalogue.flatMap((page) => decodeCataloguePage(page, this.read(page)));
  }

  textOf({ text }: PublishedArticle): StoredText {
    const file = this.manifest.texts.find(({ hash }) => hash === text.file);
    return textAt(text, this.read(file!).subarray(text.at, text.at + text.length));
  }
}

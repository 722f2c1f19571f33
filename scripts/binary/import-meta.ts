// Stands for `import.meta` in the executable, whose modules are elsewhere than the files that they read.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Bun's own interface, as far as it is used. */
declare const Bun: { readonly main: string };

/** Where the executable holds its modules. */
const root = dirname(Bun.main);
/** The files of the package where a system package has installed them: other programs can open their paths, too. */
const installed = join(dirname(process.execPath), '../share/kiosque/dist');

export const importMeta = {
  dirname: existsSync(installed) ? installed : join(root, 'package/dist'),
  url: pathToFileURL(join(root, 'kiosque.mjs')).href,
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shell } from '../command-table.ts';

/**
 * The script with which a shell completes `kiosque`.
 *
 * @param folder  that of the package, absolute
 */
export const completionScript = (shell: Shell, folder: string): string =>
  readFileSync(join(folder, 'completions', `kiosque.${shell}`), 'utf8');

import { getSystemErrorMap } from 'node:util';
import { describe, expect, it } from 'vitest';
import { endingFor } from '../../../src/cli/report.ts';
import { LibraryError, systemLibraryError } from '../../../src/library/error.ts';
import type { Language } from '../../../src/messages/locale.ts';

const said = (error: unknown, language: Language = 'en') =>
  endingFor(error, language, {}).text.trimEnd().replaceAll('\u00a0', ' ');

/** The error of Node for a system error with this code while a file is opened. */
function systemError(code: string): Error {
  const description = [...getSystemErrorMap().values()].find(([name]) => name === code)![1];
  return Object.assign(new Error(`${code}: ${description}, open '/x/a, b.md'`), { code, syscall: 'open' });
}

describe('the error for a file that cannot be read', () => {
  it.each([
    ['EACCES', 'permission denied', 'permission refusée'],
    ['EISDIR', 'illegal operation on a directory', 'c’est un dossier'],
    ['ELOOP', 'too many symbolic links encountered', 'trop de liens symboliques'],
    ['EIO', 'i/o error', 'erreur d’entrée-sortie'],
    ['EMFILE', 'too many open files', 'trop de fichiers ouverts'],
    ['E2BIG', 'argument list too long', 'argument list too long'],
  ])('gives the reason for %s', (code, english, french) => {
    const error = systemLibraryError('/x/a, b.md', systemError(code));
    expect(said(error)).toBe(`kiosque: cannot read /x/a, b.md: ${english}`);
    expect(said(error, 'fr')).toBe(`kiosque: impossible de lire /x/a, b.md : ${french}`);
  });

  it('gives a reason for whatever the system says', () => {
    for (const [name] of getSystemErrorMap().values()) {
      for (const language of ['en', 'fr'] as const)
        expect(said(systemLibraryError('/x', systemError(name)), language)).toMatch(/: \S.*[: ] ?\S+$/);
    }
    expect(said(new LibraryError('unreadable', '/x'))).toBe('kiosque: cannot read /x: unknown reason');
  });

  it.each(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])('says for %s that there is no such file', (code) =>
    expect(said(systemLibraryError('/x', systemError(code)))).toBe('kiosque: no such file or folder: /x'),
  );
});

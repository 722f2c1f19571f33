import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';

const SOURCE = '= Un titre\nAda Lovelace\n\n== Section\n\nUn *mot*.\n';

describe('a text of AsciiDoc', () => {
  it('is listed, shown and found by the program as it is built', async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.adoc'), SOURCE);
    const { stdout: list } = await run(['list', '--from', cwd], { home });
    expect(list).toContain('Un titre');
    const { stdout: shown } = await run(['show', join(cwd, 'a.adoc')], { home });
    expect(shown).toContain('Un titre\nAda Lovelace');
    expect(shown).toContain('Section\n-------\n\nUn mot.');
    const { stdout: found } = await run(['search', 'mot', '--from', cwd], { home });
    expect(found).toContain('Un titre');
  });

  it('is read from a pipe', async () => {
    const { stdout } = await run(['show', '-', '-i', 'asciidoc'], { input: SOURCE });
    expect(stdout).toContain('Section\n-------\n\nUn mot.');
  });
});

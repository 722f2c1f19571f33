// Bundles search.ts or another of COMMANDS and runs it: node bench/search.mjs [relevance|stems|million|published] [OPTIONS]
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { indexVersion } from '../scripts/bundle/index-version.mjs';

const COMMANDS = ['relevance', 'stems', 'million', 'published'];
const root = fileURLToPath(new URL('..', import.meta.url));
// Within node_modules, so that Node finds the packages.
const folder = mkdtempSync(join(root, 'node_modules', '.bench-'));
try {
  const [first, ...others] = process.argv.slice(2);
  const [name, ...rest] = COMMANDS.includes(first)
    ? [first, ...others]
    : ['search', ...process.argv.slice(2)];
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(root, 'bench', `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    // The version of the built program, whose index the benchmark opens.
    define: { INDEX_VERSION: String(await indexVersion()) },
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  copyFileSync(join(root, 'src/lexicon/known-words.bin'), join(folder, 'known-words.bin'));
  process.exitCode =
    spawnSync(process.execPath, ['--max-old-space-size=8192', outfile, ...rest], { stdio: 'inherit' })
      .status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

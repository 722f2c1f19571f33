// Installs the packages that the build needs, if they are missing, so that `npm pack` and `npm start` work in a fresh
// clone. npm runs this before each build.
import { spawnSync } from 'node:child_process';

if (!isInstalled('esbuild')) {
  const npm = process.env.npm_execpath;
  const [file, ...script] = npm ? [process.execPath, npm] : ['npm'];
  // All packages are development dependencies, which NODE_ENV=production leaves out. The output goes to stderr, as that of
  // `npm pack` is the name of a file.
  const { status } = spawnSync(file, [...script, 'ci', '--include=dev'], { stdio: ['ignore', 2, 2] });
  process.exitCode = status ?? 1;
}

function isInstalled(name) {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

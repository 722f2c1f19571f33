// Builds a Debian package of the executable that needs no Node (release/kiosque), without the tools of debhelper.
//
// It is not of the npm package, as the oldest Node that Kiosque runs on is 20.19, and Debian 12 has 18.
import { execFileSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BINARY = 'release/kiosque';
const SOURCES = 'packaging/debian';
/** Debian's names of machines, by Node's. */
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };
/** Files of the package that the program reads; as files, other programs can open the articles, too. */
const DATA = ['package.json', 'articles', 'completions'];
const BUILT_DATA = ['package.json', 'catalogue.json', 'known-words.bin', 'yoga.wasm'];
/** The places of completions, by shell. */
const COMPLETIONS = {
  bash: 'usr/share/bash-completion/completions/kiosque',
  zsh: 'usr/share/zsh/vendor-completions/_kiosque',
  fish: 'usr/share/fish/vendor_completions.d/kiosque.fish',
};

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const architecture = ARCHITECTURES[process.arch] ?? process.arch;
const time = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? git('log', '-1', '--format=%ct')) * 1000);
const maintainer = `${process.env.DEBFULLNAME ?? 'The Kiosque authors'} <${process.env.DEBEMAIL ?? git('log', '-1', '--format=%ae')}>`;

const root = await mkdtemp(join(tmpdir(), 'kiosque-deb-'));
await chmod(root, 0o755);
try {
  await installProgram();
  await installDocumentation();
  await installDesktopFiles();
  await writeControl();
  await dateAll(root);
  const target = `release/kiosque_${version}-1_${architecture}.deb`;
  // Higher levels take minutes and save a tenth.
  run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z3', '--build', root, target], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(time.getTime() / 1000) },
  });
  console.log(target);
} finally {
  await rm(root, { recursive: true });
}

async function installProgram() {
  await install(BINARY, 'usr/bin/kiosque', 0o755);
  for (const name of DATA) await cp(name, await place(`usr/share/kiosque/${name}`), { recursive: true });
  for (const name of BUILT_DATA) await install(`dist/${name}`, `usr/share/kiosque/dist/${name}`);
  for (const [shell, path] of Object.entries(COMPLETIONS))
    await install(`completions/kiosque.${shell}`, path);
}

async function installDocumentation() {
  for (const language of ['', 'fr/']) {
    for (const name of (await readdir(`dist/man/${language}`)).filter((name) => /\.\d$/.test(name)))
      await zip(
        await readFile(`dist/man/${language}${name}`),
        `usr/share/man/${language}man${name.at(-1)}/${name}`,
      );
  }
  const license = (await readFile('LICENSE', 'utf8')).trim().split('\n').slice(4);
  const paragraphs = license.map((line) => ` ${line.trim() || '.'}`).join('\n');
  await write(
    'usr/share/doc/kiosque/copyright',
    (await source('copyright')).replace('@LICENSE@', paragraphs),
  );
  await zip(await readFile('dist/THIRD-PARTY-LICENSES'), 'usr/share/doc/kiosque/THIRD-PARTY-LICENSES');
  await zip(await readFile('CHANGELOG.md'), 'usr/share/doc/kiosque/changelog');
  const entry = `kiosque (${version}-1) unstable; urgency=medium\n\n  * Package of Kiosque ${version}; see changelog.gz.\n\n -- ${maintainer}  ${mailDate()}\n`;
  await zip(Buffer.from(entry), 'usr/share/doc/kiosque/changelog.Debian');
}

async function installDesktopFiles() {
  await install(`${SOURCES}/kiosque.desktop`, 'usr/share/applications/kiosque.desktop');
  await install(`${SOURCES}/kiosque.svg`, 'usr/share/icons/hicolor/scalable/apps/kiosque.svg');
  const metainfo = (await source('metainfo.xml'))
    .replace('@VERSION@', version)
    .replace('@DATE@', time.toISOString().slice(0, 10));
  await write('usr/share/metainfo/local.kiosque.kiosque.metainfo.xml', metainfo);
  await install(`${SOURCES}/lintian-overrides`, 'usr/share/lintian/overrides/kiosque');
}

async function writeControl() {
  const paths = await filesBelow('');
  const sizes = await Promise.all(
    paths.map(async (path) => Math.ceil((await stat(join(root, path))).size / 1024)),
  );
  const libc = await newestGlibc();
  const control = (await source('control'))
    .replace('@VERSION@', version)
    .replace('@ARCHITECTURE@', architecture)
    .replace('@MAINTAINER@', maintainer)
    .replace('@SIZE@', String(sizes.reduce((sum, size) => sum + size)))
    .replace('@LIBC@', libc);
  await write('DEBIAN/control', control);
  const sums = run('md5sum', paths, { cwd: root });
  await write('DEBIAN/md5sums', sums);
}

/** The version of glibc that the executable needs: the newest in the names of its symbols. */
async function newestGlibc() {
  const text = (await readFile(BINARY)).toString('latin1', 0, 4_000_000);
  const minors = Array.from(text.matchAll(/\0GLIBC_2\.(\d+)(?=\0)/g), ([, minor]) => Number(minor));
  return `2.${Math.max(...minors)}`;
}

/** The path of a file in the package, in a folder that exists. */
async function place(path) {
  const whole = join(root, path);
  await mkdir(dirname(whole), { recursive: true, mode: 0o755 });
  return whole;
}

async function install(from, path, mode = 0o644) {
  await copyFile(from, await place(path));
  await chmod(join(root, path), mode);
}

async function write(path, text) {
  await writeFile(await place(path), text, { mode: 0o644 });
}

/** Writes a compressed file without a name and a time in it, so that builds are the same. */
async function zip(bytes, path) {
  await write(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

function source(name) {
  return readFile(join(SOURCES, name), 'utf8');
}

async function filesBelow(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && basename(entry.parentPath) !== 'DEBIAN')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Gives all files the time of the last commit, so that a build is the same on every day. */
async function dateAll(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await dateAll(path);
    await utimes(path, time, time);
  }
}

/** The time as a changelog of Debian has it: that of a mail, in UTC. */
function mailDate() {
  return time.toUTCString().replace('GMT', '+0000');
}

function git(...args) {
  return run('git', args).trim();
}

function run(command, args, options) {
  return execFileSync(command, args, { encoding: 'utf8', ...options });
}

// The licenses and the bill of materials of the packages in the bundle, from the files that esbuild put into it.
import { readdir, readFile } from 'node:fs/promises';

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)/i;

/**
 * The packages that `inputs`, paths of bundled files, belong to, ordered by name and version: name, version, SPDX
 * license, author, address and the text of the license files.
 */
export async function bundledPackages(inputs) {
  const folders = new Set(inputs.flatMap((path) => path.match(PACKAGE_FOLDER)?.[0] ?? []));
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license, author, homepage } = JSON.parse(
      await readFile(`${folder}/package.json`, 'utf8'),
    );
    packages.set(`${name}@${version}`, {
      name,
      version,
      license,
      author: author?.name ?? author,
      homepage,
      text: await licenseText(folder),
    });
  }
  return [...packages.keys()].sort().map((key) => packages.get(key));
}

async function licenseText(folder) {
  const names = (await readdir(folder)).filter((name) => LICENSE_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** The text of THIRD-PARTY-LICENSES: each package with its license, or with its author if it has no license file. */
export function thirdPartyLicenses(packages) {
  const sections = packages.map(({ name, version, license, author, homepage, text }) =>
    [
      `${name} ${version} (${license})`,
      homepage,
      '',
      text || `By ${author}. The package has no license file.`,
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
  );
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `Kiosque contains code of the packages below, under their licenses.${rule}${sections.join(rule)}\n`;
}

/** A CycloneDX 1.6 bill of materials of `application` (name, version, license) and its packages, without a date or serial number so that builds are reproducible. */
export function billOfMaterials(application, packages) {
  const component = (type, { name, version, license }) => ({
    type,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ license: { id: license } }],
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component('application', application) },
    components: packages.map((each) => component('library', each)),
  };
}

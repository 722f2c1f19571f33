#!/usr/bin/env node
// Starts the built program.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '../dist');
if (existsSync(dist)) {
  // With the code of a cache, where there is one: compiling is most of what a start costs.
  const { openLoader } = require('./loader.js');
  const { main, build } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  openLoader(dist, build).load(main);
} else {
  process.stderr.write('kiosque: not built yet; run `npm install && npm run build` in its folder\n');
  process.exitCode = 2;
}

import fc from 'fast-check';

/**
 * The same random examples at every run, so that a change is judged by what it changed; `SEED=random` (or a number)
 * looks further.
 */
const { SEED = '20241103' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

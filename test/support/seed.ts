import fc from 'fast-check';

/**
 * Fixes the seed of random examples, so that a failure is caused by a change and not by chance. `SEED=random` or a
 * number tries other examples.
 */
const { SEED = '20241103' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

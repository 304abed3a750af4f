import fc from 'fast-check';

/**
 * Properties draw the same cases for everybody, so that a change fails for what it changed. `CHANCE=7 npx jest` draws
 * others, and `CHANCE=any` whatever comes.
 */
const { CHANCE = '1' } = process.env;
if (CHANCE !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(CHANCE) });

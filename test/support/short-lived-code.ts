import v8 from 'node:v8';

/**
 * Each execution of the add-on has a global object of its own, and what V8 optimises for one is of no use to the next:
 * elsewhere a quarter of the suite's time is spent on it. Code that really is long at work is still optimised.
 */
v8.setFlagsFromString('--interrupt-budget=6000000');

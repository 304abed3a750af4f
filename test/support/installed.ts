import type { RuntimeOptions } from '../../local/apps-script/runtime';

/** Way in which the add-on is installed where a test does not say it. `npm run test:published` runs the tests as a published one. */
export const INSTALLED: NonNullable<RuntimeOptions['installed']> =
  process.env.INSTALLED === 'add-on' ? 'addon' : 'bound';

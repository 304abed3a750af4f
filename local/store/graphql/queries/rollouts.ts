import { connection, type PageArgs } from '../connections';

/** A shop without rollouts: merchants make them in Shopify admin, and no API writes them. */
export const rollout = () => null;
export const rollouts = (args: PageArgs) => connection([], args);

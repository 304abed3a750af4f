import { parseArgs } from 'node:util';
import { usualApp } from '../../local/store/http/edge';
import { API_VERSION } from '../../src/shopify/client/graphql';
import { Refused } from '../refuse';
import type { Credentials } from './bench';

export const USAGE = `Usage: SHOP=my-store.myshopify.com CLIENT_ID=… CLIENT_SECRET=… npm run live:shopify -- [options]

Asks a development store what the stand-ins and the documents claim, in three minutes at most, and compares. It makes
one draft product, changes only that, and deletes it at the end.

  SHOP, CLIENT_ID, CLIENT_SECRET   in the environment; TOKEN in place of the last two for an app with a permanent token
  --out FILE                       write each answer there too, as a line of JSON, without secrets
  --base URL                       ask an embedded store on this machine (npm run store) instead; also as BASE
  --version NAME                   another version of the API than ${API_VERSION}
  --any-plan                       the store may be another than a development store
  --help                           this text

Exit code: 0 all that was asked agrees, 1 something differs, failed or was left behind, 2 nothing was asked.`;

export type Access =
  | ({ readonly kind: 'app' } & Credentials)
  | { readonly kind: 'token'; readonly token: string };

export interface LiveOptions {
  readonly base: string;
  readonly isEmbedded: boolean;
  readonly version: string;
  readonly access: Access;
  readonly outFile: string | undefined;
  readonly isAnyPlanAllowed: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Undefined where only help was wanted; throws `Refused`. */
export function readLiveOptions(args: readonly string[], environment: Variables): LiveOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const served = values.base ?? environment.BASE;
  return {
    base: served === undefined ? addressOf(environment.SHOP) : onThisMachine(served),
    isEmbedded: served !== undefined,
    version: values.version ?? API_VERSION,
    access: accessIn(environment, served !== undefined),
    outFile: values.out,
    isAnyPlanAllowed: values['any-plan'] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        base: { type: 'string' },
        version: { type: 'string' },
        'any-plan': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${(error as Error).message.split('. ')[0]}. Try --help.`);
  }
}

function addressOf(shop: string | undefined): string {
  if (shop === undefined || !/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop))
    throw new Refused('Set SHOP to the address of your development store, such as my-store.myshopify.com.');
  return `https://${shop}`;
}

/** A token goes to Shopify, or stays on this machine. */
function onThisMachine(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (url?.protocol !== 'http:' || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
    throw new Refused('--base takes the address that npm run store prints, such as http://127.0.0.1:3457.');
  return url.origin;
}

function accessIn({ TOKEN, CLIENT_ID, CLIENT_SECRET }: Variables, isEmbedded: boolean): Access {
  if (TOKEN) return { kind: 'token', token: TOKEN };
  if (CLIENT_ID && CLIENT_SECRET) return { kind: 'app', clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
  if (isEmbedded && !CLIENT_ID && !CLIENT_SECRET) return { kind: 'app', ...usualApp };
  throw new Refused(
    'Set CLIENT_ID and CLIENT_SECRET to those of an app that is installed in the store, or TOKEN to its permanent token.',
  );
}

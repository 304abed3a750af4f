import { publicationsRequest } from '../../../src/shopify/queries/shop';
import { at, type Json, listAt } from '../../question';
import { type Answered, errorCodes } from '../admin';
import { need, type Probe } from '../bench';

const NO_SUCH_APP = '0'.repeat(32);

/** No longer supported since January 2026. */
const RETIRED = '2025-01';

const SHOP = '{ shop { name } }';

/** Tokens, versions of the API, and the Online Store. */
export const accessProbes: readonly Probe[] = [
  {
    id: 'token-granted',
    question: 'What comes with a token for an app’s client ID and secret?',
    words: 'a token for 86,399 seconds, its scopes, and nothing to renew it with',
    expected: [{ status: 200, fields: ['access_token', 'expires_in', 'scope'], expiresIn: 86_399 }],
    async run({ admin, credentials }) {
      const { clientId, clientSecret } = need(credentials, 'CLIENT_ID and CLIENT_SECRET');
      const granted = await admin.requestToken({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      });
      const { status, body } = granted;
      const fields = Object.keys(body as object).sort();
      return {
        answer: { status, fields, expiresIn: (at(body, 'expires_in') ?? null) as Json },
        seen: { scope: at(body, 'scope') },
      };
    },
  },
  {
    id: 'token-wrong-secret',
    question: 'How is a wrong client secret refused?',
    words: 'with status 400 and the code invalid_client as JSON; else the sidebar names the wrong cure',
    expected: [{ status: 400, error: 'invalid_client' }],
    async run({ admin, credentials }) {
      const { clientId } = need(credentials, 'CLIENT_ID and CLIENT_SECRET');
      return refusal(
        await admin.requestToken({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: 'wrong',
        }),
      );
    },
  },
  {
    id: 'token-unknown-app',
    question: 'How is a client ID that no app has refused?',
    words: 'with status 400 and application_cannot_be_found or invalid_client as JSON',
    expected: [
      { status: 400, error: 'application_cannot_be_found' },
      { status: 400, error: 'invalid_client' },
    ],
    run: async ({ admin }) =>
      refusal(
        await admin.requestToken({
          grant_type: 'client_credentials',
          client_id: NO_SUCH_APP,
          client_secret: 'wrong',
        }),
      ),
  },
  {
    id: 'token-invalid',
    question: 'How is a request with an invalid token refused?',
    words: 'with status 401 and errors as one text',
    expected: [{ status: 401, errors: 'string' }],
    async run({ admin }) {
      const { status, body } = await admin.ask(SHOP, {}, { token: 'invalid' });
      return { answer: { status, errors: typeof at(body, 'errors') }, seen: body };
    },
  },
  {
    id: 'version-current',
    question: 'Does the version that the add-on asks for answer?',
    words: 'yes: the header names that version',
    expected: [{ status: 200, asAsked: true }],
    async run({ admin, version }) {
      const { status, headers } = await admin.ask(SHOP);
      const answered = headers['x-shopify-api-version'] ?? null;
      return { answer: { status, asAsked: answered === version }, seen: { answered } };
    },
  },
  {
    id: 'version-retired',
    question: 'What answers where a version is asked for that has been retired?',
    words: 'a later version, named in the header: that is how the add-on sees that it is outdated, and stops',
    expected: [{ status: 200, answeredBy: 'a later version' }],
    async run({ admin }) {
      const { status, headers } = await admin.ask(SHOP, {}, { version: RETIRED });
      const answered = headers['x-shopify-api-version'] ?? 'none';
      const isLater = /^20\d\d-\d\d$/.test(answered) && answered > RETIRED;
      return {
        answer: { status, answeredBy: isLater ? 'a later version' : answered },
        seen: { answered },
      };
    },
  },
  {
    id: 'online-store-found',
    question: 'Is the Online Store found among the channels by its app?',
    words: 'one channel whose app is online_store, and no refusal; else products are not published',
    expected: [{ refused: [], onlineStores: 1 }],
    async run({ admin }) {
      const answer = await admin.ask(publicationsRequest.document);
      const handles = listAt(answer.body, 'data.publications.nodes').map((node) =>
        at(node, 'catalog.apps.nodes.0.handle'),
      );
      return {
        answer: {
          refused: [...errorCodes(answer)],
          onlineStores: handles.filter((handle) => handle === 'online_store').length,
        },
        seen: { handles },
      };
    },
  },
];

function refusal({ status, body }: Answered): { answer: Json; seen: unknown } {
  return { answer: { status, error: (at(body, 'error') ?? null) as Json }, seen: body };
}

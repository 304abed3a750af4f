import { randomUUID } from 'node:crypto';
import { startRequest } from '../../../src/shopify/bulk/run-bulk-query';
import { stageRequest } from '../../../src/shopify/bulk/upload-lines';
import { allProductsText } from '../../../src/shopify/documents/generated/whole-shop';
import { at, listAt, textAt } from '../../question';
import { refusalsOf } from '../admin';
import { type Bench, draftOf, need, type Probe, poll } from '../bench';

const PART_BYTES = 100;

/** Bulk operations: the add-on's own query, the file it makes, and a mutation over a staged file. */
export const bulkProbes: readonly Probe[] = [
  {
    id: 'bulk-query',
    question: 'Is the add-on’s own bulk query of the whole shop taken, and does it end?',
    words: 'taken without refusals and completed; else large sheets are read page by page',
    expected: [{ refused: [], status: 'COMPLETED', hasFile: true }],
    async run(bench) {
      const query = allProductsText({
        descriptions: true,
        optionIds: true,
        levels: true,
        media: true,
        publishing: true,
        variantImages: false,
      });
      const { document, variables } = startRequest(query);
      const begun = await bench.admin.ask(document, variables);
      const id = textAt(begun.body, 'data.bulkOperationRunQuery.bulkOperation.id');
      const ended = id === '' ? undefined : await awaitOperation(bench, id);
      const url = textAt(ended, 'url');
      if (url !== '') bench.bulkResult = { url, objectCount: Number(at(ended, 'objectCount')) };
      return {
        answer: {
          refused: refusalsOf(begun, 'bulkOperationRunQuery'),
          status: textAt(ended, 'status') || 'not begun',
          hasFile: url !== '',
        },
        seen: {
          refusals: at(begun.body, 'data.bulkOperationRunQuery.userErrors'),
          ended: withoutQuery(ended),
        },
      };
    },
  },
  {
    id: 'bulk-file',
    question: 'From where does the file of a bulk query come, whole and in parts?',
    words:
      'from storage.googleapis.com, a line for each object; a part is answered with 206 and Content-Range, and the ' +
      'file is not stored compressed. Another host must stand in the list of addresses of appsscript.json',
    expected: [
      {
        host: 'storage.googleapis.com',
        complete: true,
        partStatus: 206,
        partBytes: PART_BYTES,
        saysRange: true,
        isStoredCompressed: false,
      },
    ],
    async run(bench) {
      const { url, objectCount } = need(bench.bulkResult, 'the file of a bulk query');
      const whole = await bench.admin.fetchFile(url);
      const part = await bench.admin.fetchFile(url, {
        headers: { Range: `bytes=0-${PART_BYTES - 1}`, 'Accept-Encoding': 'gzip' },
      });
      const lines = whole.text.split('\n').filter(Boolean).length;
      return {
        answer: {
          host: hostOf(url),
          complete: whole.status === 200 && lines === objectCount,
          partStatus: part.status,
          partBytes: Buffer.byteLength(part.text),
          isStoredCompressed: whole.headers['x-goog-stored-content-encoding'] === 'gzip',
          saysRange: /^bytes 0-99\//.test(part.headers['content-range'] ?? ''),
        },
        seen: {
          lines,
          objectCount,
          whole: storageHeaders(whole.headers),
          part: storageHeaders(part.headers),
        },
      };
    },
  },
  {
    id: 'bulk-upload',
    question: 'Where are the lines of a bulk mutation uploaded, and what is answered?',
    words: 'to shopify-staged-uploads.storage.googleapis.com, with status 201',
    expected: [{ host: 'shopify-staged-uploads.storage.googleapis.com', status: 201, hasKey: true }],
    async run(bench) {
      const { id, variantId } = draftOf(bench);
      const staged = await bench.admin.ask(stageRequest.document, stageRequest.variables);
      const target = at(staged.body, 'data.stagedUploadsCreate.stagedTargets.0');
      const form = new FormData();
      for (const parameter of listAt(target, 'parameters'))
        form.append(textAt(parameter, 'name'), textAt(parameter, 'value'));
      const line = JSON.stringify({ productId: id, variants: [{ id: variantId, price: '12.00' }] });
      form.append('file', new Blob([`${line}\n`], { type: 'text/jsonl' }), 'lines.jsonl');
      const url = textAt(target, 'url');
      const uploaded = await bench.admin.fetchFile(url, { method: 'POST', body: form });
      const key = listAt(target, 'parameters').find((parameter) => at(parameter, 'name') === 'key');
      if (uploaded.status < 300 && key) bench.stagedPath = textAt(key, 'value');
      return {
        answer: { host: hostOf(url), status: uploaded.status, hasKey: key !== undefined },
        seen: { parameters: listAt(target, 'parameters').map((parameter) => at(parameter, 'name')) },
      };
    },
  },
  {
    id: 'bulk-mutation',
    question:
      'Is a bulk mutation found again by its mark after a lost answer, and what are its result lines?',
    words:
      'it is the first in the list, its text holds the mark, and a line of the result has its data and the number of ' +
      'its line; else a run that was cut off cannot tell whether it was sent',
    expected: [
      { refused: [], isFirst: true, holdsMark: true, status: 'COMPLETED', lineNumber: 0, newPrice: '12.00' },
    ],
    async run(bench) {
      const stagedPath = need(bench.stagedPath, 'an uploaded file');
      const mark = `Mark${randomUUID().replaceAll('-', '')}`;
      const begun = await bench.admin.ask(
        `mutation LiveCheckBulk($mutation: String!, $path: String!, $mark: String!) {
          bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path, clientIdentifier: $mark) {
            bulkOperation { id } userErrors { code message }
          }
        }`,
        { mutation: markedMutation(mark), path: stagedPath, mark },
      );
      const id = textAt(begun.body, 'data.bulkOperationRunMutation.bulkOperation.id');
      const listed = await bench.admin.ask('{ bulkOperations(first: 3) { nodes { id query } } }');
      const [latest] = listAt(listed.body, 'data.bulkOperations.nodes');
      const ended = id === '' ? undefined : await awaitOperation(bench, id);
      const url = textAt(ended, 'url');
      const file = url === '' ? undefined : await bench.admin.fetchFile(url);
      const line = file ? (JSON.parse(file.text.split('\n')[0] ?? 'null') as unknown) : undefined;
      const result = at(line, 'data.productVariantsBulkUpdate.productVariants.0');
      return {
        answer: {
          refused: refusalsOf(begun, 'bulkOperationRunMutation'),
          isFirst: textAt(latest, 'id') === id,
          holdsMark: textAt(latest, 'query').includes(mark),
          status: textAt(ended, 'status') || 'not begun',
          lineNumber: Number(at(line, '__lineNumber') ?? -1),
          newPrice: textAt(result, 'price'),
        },
        seen: { line },
      };
    },
  },
];

const markedMutation = (
  mark: string,
) => `mutation UpdateVariants_${mark}($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants, allowPartialUpdates: true) {
    productVariants { id price } userErrors { code field message }
  }
}`;

async function awaitOperation(bench: Bench, id: string): Promise<unknown> {
  bench.bulkOperationIds.push(id);
  return poll(bench, { everyMs: 1000, times: 60 }, async () => {
    const { body } = await bench.admin.ask(
      `query LiveCheckOperation($id: ID!) {
        bulkOperation(id: $id) { id status errorCode objectCount fileSize url partialDataUrl }
      }`,
      { id },
    );
    const operation = at(body, 'data.bulkOperation');
    return ['CREATED', 'RUNNING', 'CANCELING'].includes(textAt(operation, 'status')) ? undefined : operation;
  });
}

/** The embedded store serves storage hosts under a path of its own that names them. */
function hostOf(url: string): string {
  return /\/_storage\/([^/]+)\//.exec(url)?.[1] ?? (url === '' ? '' : new URL(url).host);
}

/** An address without what is signed into it. */
function withoutQuery(operation: unknown): unknown {
  if (typeof operation !== 'object' || operation === null) return operation;
  return { ...operation, url: textAt(operation, 'url').split('?')[0] };
}

function storageHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = /^(content-(type|encoding|range|length)|accept-ranges|x-goog-stored-content-encoding)$/;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.test(name)));
}

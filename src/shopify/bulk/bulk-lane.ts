import { linesPerFile } from '../../plan/batches/choose-lane';
import type { Batch } from '../../plan/model/batch';
import type { BatchAnswer } from '../../plan/model/batch-outcome';
import type { BulkLane, BulkProgress } from '../../ports/bulk-lane';
import { succeed } from '../../ports/problem';
import type { NewUuid } from '../../ports/system';
import type { Reply } from '../client/admin-client';
import { fetchAll } from '../client/fetch-all';
import type { GraphqlError } from '../client/graphql-errors';
import { STORE_LIMITS } from '../client/limits';
import type { OperationFields } from '../documents/generated/fragments';
import { answerOf } from '../operations/batch-answer';
import { type OperationOf, UNANSWERED } from '../operations/operation';
import {
  type BulkAccess,
  bulkOperationRequest,
  declined,
  isUnderWay,
  pollPauseMs,
  toBulkOperation,
} from './bulk-operation';
import { withCreatedMedia } from './created-media';
import type { LookUpMemory } from './look-up-memory';
import { readResultLines } from './result-lines';
import { cancelRequest, findBulkMutation, runBulkMutation, runRequest } from './run-bulk-mutation';
import { asLine, uploadLines } from './upload-lines';

/** Far below the 50 MB that UrlFetch posts, because what is pending is also kept in the spreadsheet. */
const BYTES_PER_FILE = 4_000_000;

/** Mutations as lines of bulk operations. `operationOf` is the operation that serves a batch. */
export function bulkLane(
  access: BulkAccess & { readonly memory: Pick<LookUpMemory, 'noteUnreadable' | 'isUnreadable'> },
  operationOf: (batch: Batch) => OperationOf<Batch>,
  newUuid: NewUuid,
): BulkLane {
  const lineOf = (batch: Batch) => asLine(operationOf(batch).request(batch).variables);
  return {
    files(batches) {
      const files: Batch[][] = [];
      const most = linesPerFile(batches.length, STORE_LIMITS);
      let bytes = Number.POSITIVE_INFINITY;
      for (const batch of batches) {
        const own = lineOf(batch).length;
        const last = files[files.length - 1];
        if (last && last.length < most && bytes + own <= BYTES_PER_FILE) {
          last.push(batch);
          bytes += own;
        } else {
          files.push([batch]);
          bytes = own;
        }
      }
      return files;
    },
    upload(batches) {
      // The operation would run, but its answers could not be fetched either.
      if (access.memory.isUnreadable(access.clock.now())) return succeed('declined');
      const uploaded = uploadLines(access, batches.map(lineOf).join(''), newUuid);
      return uploaded.ok ? succeed(uploaded.value ?? 'declined') : declined(uploaded);
    },
    start({ sample, path, mark }) {
      const operation = operationOf(sample);
      const document = operation.bulkDocument ?? operation.request(sample).document;
      const started = runBulkMutation(access, runRequest(document, path, mark), mark);
      return started.ok ? started : declined(started);
    },
    find: (mark) => findBulkMutation(access, mark),
    look(ids) {
      const seen = new Map<string, BulkProgress>();
      const fetched = fetchAll(access.client, ids, bulkOperationRequest, (id, { bulkOperation: node }) => {
        if (node) seen.set(id, progressOf(node));
      });
      return fetched.ok ? succeed(ids.map((id) => seen.get(id))) : fetched;
    },
    cancel: (ids) => void access.client.send(ids.map(cancelRequest)),
    pauseMs: pollPauseMs,
    outcomes(progress, batches) {
      const answers = new Map<number, BatchAnswer>();
      const take = (line: unknown) => {
        const { index, reply } = readLine(line);
        const batch = batches[index];
        // Lines come in any order; of one that comes twice the first counts.
        if (batch && !answers.has(index)) answers.set(index, answerOf(batch, reply, operationOf(batch)));
      };
      const { resultUrl, fileSize } = progress ?? {};
      // An answer that cannot be fetched counts as none: the next plan reads the store itself.
      if (resultUrl && !readResultLines(access, { resultUrl, fileSize }, take).ok)
        access.memory.noteUnreadable(access.clock.now());
      const outcomes = batches.map((batch, index) => ({ batch, answer: answers.get(index) ?? UNANSWERED }));
      return withCreatedMedia(access.client, outcomes, UNANSWERED);
    },
  };
}

function progressOf(node: OperationFields): BulkProgress {
  const operation = toBulkOperation(node);
  const { objectCount: linesDone, resultUrl, fileSize } = operation;
  return { isOver: !isUnderWay(operation), linesDone, resultUrl, fileSize };
}

/** Codes of a line that was not executed, or whose outcome is unknown. */
const PASSING: ReadonlySet<string | undefined> = new Set(['THROTTLED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']);

/** `{"data": {"productSet": {…}}, "__lineNumber": 0}` or `{"errors": […], "__lineNumber": 3}` */
function readLine(line: unknown): { readonly index: number; readonly reply: Reply } {
  const { data, errors, __lineNumber } = (line ?? {}) as {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphqlError[];
    readonly __lineNumber?: number;
  };
  const isTold = Object.values(data ?? {}).some(Boolean) || (errors ?? []).length > 0;
  const isPassing = (errors ?? []).some(({ extensions }) => PASSING.has(extensions?.code));
  return {
    index: isTold && !isPassing ? (__lineNumber ?? -1) : -1,
    reply: { kind: 'answered', data: data ?? {}, errors: errors ?? [] },
  };
}

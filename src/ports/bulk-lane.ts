import type { Batch } from '../plan/model/batch';
import type { BatchOutcome } from '../plan/model/batch-outcome';
import type { Result } from './problem';

/**
 * Shopify's bulk engine for thousands of mutations of one kind: it takes a file with one line for each, works through it
 * by itself, and provides a file of answers. `declined` where Shopify refuses, for now or for good: the batches are then
 * sent directly.
 */
export interface BulkLane {
  /** Parts small enough for one file each. */
  files(batches: readonly Batch[]): readonly (readonly Batch[])[];
  /** Puts a file of one operation's batches where Shopify reads it, and answers its path. Changes nothing yet. */
  upload(batches: readonly Batch[]): Result<string | 'declined'>;
  /** Starts what was uploaded and answers its id; `busy` where this app already runs as many as Shopify allows. */
  start(file: StagedFile): Result<{ readonly id: string } | 'busy' | 'declined'>;
  /** The id of the operation that was started under a mark; undefined where none was. */
  find(mark: string): Result<string | undefined>;
  /** Undefined for those that Shopify does not know. */
  look(ids: readonly string[]): Result<readonly (BulkProgress | undefined)[]>;
  /** Asks Shopify to stop these; what they did until then is in their answers, or is read from the store. */
  cancel(ids: readonly string[]): void;
  /** Milliseconds to wait before looking again, after `looks` looks. */
  pauseMs(looks: number): number;
  /** Outcome of each batch; unknown where the answers do not mention it. */
  outcomes(progress: BulkProgress | undefined, batches: readonly Batch[]): readonly BatchOutcome[];
}

interface StagedFile {
  /** Any batch of the file. */
  readonly sample: Batch;
  readonly path: string;
  /** A UUID by which the operation is found again if the answer to its start is lost. */
  readonly mark: string;
}

export interface BulkProgress {
  readonly isOver: boolean;
  readonly linesDone: number;
  /** Address of the answers. */
  readonly resultUrl: string | undefined;
  /** Bytes; undefined where Shopify does not say. */
  readonly fileSize: number | undefined;
}

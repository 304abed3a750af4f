import type { Asked, Page } from '../answers';

/** State with which the bench begins; copied into its thread. */
export interface BenchSetUp {
  readonly distDir: string;
  /** Its CSV files become tabs, where no file and no saved state is given. */
  readonly spreadsheetDir: string;
  /** CSV files of a person; each becomes a tab. */
  readonly files: readonly string[];
  /** Keeps spreadsheet and store between two starts. */
  readonly stateFile: string | undefined;
  /** Real time for each virtual millisecond of an execution; 0 waits for nothing. */
  readonly pace: number;
  /** Language of the person's Google account, such as `de`. */
  readonly userLocale: string;
}

export type ToBench =
  | { readonly kind: 'asked'; readonly number: number; readonly asked: Asked }
  /** Save what is to be kept; the thread is ended after the answer. */
  | { readonly kind: 'end' };

export type FromBench =
  | { readonly kind: 'ready' }
  /** A mistake of the person at the terminal, in one sentence. */
  | { readonly kind: 'usage'; readonly message: string }
  | { readonly kind: 'answer'; readonly number: number; readonly page: Page | undefined }
  | {
      readonly kind: 'refused';
      readonly number: number;
      readonly status: 400 | 403 | 413;
      readonly reason: string;
    }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string }
  | { readonly kind: 'ended' };

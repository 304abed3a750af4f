import type { ExecutionContext } from '../../graphql/execution/context';
import type { UploadResource } from './resources';
import type { StagedUpload } from './staged-upload';

export interface UploadInput {
  readonly resource: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly httpMethod?: 'POST' | 'PUT' | null;
  readonly fileSize?: string | null;
}

/** Target for an upload; not yet put into the state. */
interface Target {
  readonly url: string;
  readonly resourceUrl: string;
  readonly upload: StagedUpload;
}

export type BuildTarget = (context: ExecutionContext, input: UploadInput, resource: UploadResource) => Target;

export const hostOf = (bucket: string): string => `https://${bucket}.storage.googleapis.com`;

/** With its dot; empty where there is none. */
export const extensionOf = (filename: string): string => /\.[^./]+$/.exec(filename)?.[0] ?? '';

export const parametersOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

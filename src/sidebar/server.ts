import type { Answer, ConnectionView, HeldChoice, Overview, Progress, RunSummary, TabView } from './answers';
import { problemOfFailure } from './call-failure';

/** The entry points that the sidebar calls; never rejects. */
export interface Server {
  getOverview(): Promise<Answer<Overview>>;
  saveConnection(credentials: {
    readonly shop: string;
    readonly accessToken: string;
  }): Promise<Answer<ConnectionView>>;
  testConnection(): Promise<Answer<ConnectionView>>;
  disconnect(): Promise<Answer<null>>;
  chooseTabs(choice: { readonly sheetIds: readonly number[] }): Promise<Answer<readonly TabView[]>>;
  previewSync(): Promise<Answer<RunSummary>>;
  startSync(): Promise<Answer<RunSummary>>;
  continueSync(): Promise<Answer<RunSummary>>;
  getProgress(): Promise<Answer<Progress | null>>;
  confirmHeld(choice: HeldChoice): Promise<Answer<RunSummary>>;
}

/** `google.script.run`. Source: https://developers.google.com/apps-script/guides/html/reference/run */
interface ScriptRun {
  withSuccessHandler(onSuccess: (answer: unknown) => void): ScriptRun;
  withFailureHandler(
    onFailure: (error: Error) => void,
  ): ScriptRun & Record<string, (argument?: unknown) => void>;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

export const scriptServer: Server = {
  getOverview: () => call('getOverview'),
  saveConnection: (credentials) => call('saveConnection', credentials),
  testConnection: () => call('testConnection'),
  disconnect: () => call('disconnect'),
  chooseTabs: (choice) => call('chooseTabs', choice),
  previewSync: () => call('previewSync'),
  startSync: () => call('startSync', {}),
  continueSync: () => call('continueSync'),
  getProgress: () => call('getProgress'),
  confirmHeld: (choice) => call('confirmHeld', choice),
};

function call<Value>(name: keyof Server, argument: unknown = null): Promise<Answer<Value>> {
  return new Promise((resolve) => {
    google.script.run
      // An answer that Google could not copy arrives as null.
      .withSuccessHandler((answer) =>
        resolve((answer as Answer<Value> | null) ?? failed('The server sent an empty answer.')),
      )
      .withFailureHandler((error) => resolve(failed(error.message)))
      [name]?.(argument);
  });
}

function failed(message: string): Answer<never> {
  return { ok: false, problem: problemOfFailure(message) };
}

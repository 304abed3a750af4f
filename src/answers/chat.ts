/** Chats whose incoming webhooks are known, as people call them. */
export type ChatService = 'Google Chat' | 'Slack';

/**
 * Runs of the clock that a chat is told of. `each`: those that did something. `needed`: those that a person has to do
 * something about.
 */
export type ToldRuns = 'each' | 'needed';

/** Choice of a person; the address is left out where only `tells` changes. */
export interface ChatChoice {
  readonly address?: string | undefined;
  readonly tells: ToldRuns;
}

/** The chat that this user has told of scheduled runs, without its address, which is a secret. */
export interface ChatView {
  readonly service: ChatService;
  readonly tells: ToldRuns;
  /** Time of the last message that it took; milliseconds since 1970. */
  readonly toldAtMs: number;
  /** Why it was not told last; empty where it was. */
  readonly trouble: string;
  /** It said that the address takes no messages any more, so that nothing is sent there. */
  readonly isOver: boolean;
}

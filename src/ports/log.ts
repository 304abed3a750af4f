export interface Log {
  /** For the developer's eyes; never a secret. */
  error(message: string): void;
}

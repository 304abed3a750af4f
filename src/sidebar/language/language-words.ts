/** What the page says in one language. Each is a file of its own in `languages/`, which the page gets when it is opened. */
export interface LanguageWords {
  /** As browsers name it, such as `pt-BR`. */
  readonly language: string;
  /** The English text of the code, with `{1}`, `{2}` for what is filled in, and the same in this language. */
  readonly texts: Readonly<Record<string, string>>;
  /** `{1} rows` → the forms for one and for more, or the only one. */
  readonly counts: Readonly<Record<string, readonly string[]>>;
}

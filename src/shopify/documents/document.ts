/** The text of an operation, which carries the types of its answer and of its variables for the compiler alone. */
export type GraphqlDocument<Data, Variables> = string & {
  readonly types?: { readonly data: Data; readonly variables: Variables };
};

/** An object of an interface or a union: one of the type that is asked for, or one of another, of which nothing comes. */
export type Narrowed<Fields> = Fields | { readonly [Name in keyof Fields]?: undefined };

/** A line of a bulk query's result. It names the object in whose connection it stands. */
export type BulkLine<Fields, Parent> = Fields & { readonly __parentId: Parent };

/** Text that a document repeats, once for each number below `count`. */
export function repeated(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

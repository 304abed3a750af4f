/** gas-local 1.3.1 has no types of its own. */
declare module 'gas-local' {
  interface GasLocal {
    /** Runs every `.js` file below the folder in the context that `globals` is, or is made into; answers it. */
    require(folder: string, globals: object): Record<string, unknown>;
  }
  const gasLocal: GasLocal;
  export default gasLocal;
}

/** A fresh UUID v4 at each call. */
export type NewUuid = () => string;

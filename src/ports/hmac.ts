/** HMAC-SHA256 as lower-case hex. */
export type HmacSha256Hex = (message: string, key: string) => string;

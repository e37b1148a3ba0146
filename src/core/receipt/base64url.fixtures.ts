/** Unpadded base64url, by Node. For tests. */
export const base64Url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')

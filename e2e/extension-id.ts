/**
 * The extension's id in Chromium: the first 16 bytes of the SHA-256 of the public key in manifest.json
 * ("key", DER), written in the letters a to p. Passkeys and stored data are tied to it.
 */
export const extensionId = 'mgbbiddibdehlddipgffgnndeekjhhnm'

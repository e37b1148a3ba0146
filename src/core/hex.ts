/** A 0x-prefixed lower-case hex string. */
export type Hex = `0x${string}`

/** A 20-byte account or contract address: 0x and 40 lower-case hex digits. Checksummed only for display. */
export type Address = Hex

/** 32 bytes: 0x and 64 lower-case hex digits. */
export type Bytes32 = Hex

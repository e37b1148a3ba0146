/**
 * The EIP-55 spelling of an address, which wallets show: the case of its letters is a checksum. Its Keccak-256 is our own, for one
 * block of text: the library for it weighs as much as half of this script. The test holds it against that library.
 * @param address 0x and 40 lower-case digits
 */
export function checksumSpelling(address: string): string {
  const digits = address.slice(2)
  const sum = keccak(digits)
  return `0x${Array.from(digits, (digit, place) => (((sum[place >> 1] ?? 0) >> (place % 2 === 0 ? 4 : 0)) & 8 ? digit.toUpperCase() : digit)).join('')}`
}

/** Bytes that are taken in at once. */
const rate = 136

/** Keccak-256 of up to 135 characters of ASCII. */
export function keccak(text: string): Uint8Array {
  const lanes = new BigUint64Array(25)
  const bytes = new Uint8Array(lanes.buffer)
  bytes.set(new TextEncoder().encode(text))
  bytes[text.length] = 1
  bytes[rate - 1] = (bytes[rate - 1] ?? 0) | 0x80
  permute(lanes)
  return bytes.slice(0, 32)
}

/** Keccak-f[1600], step by step as in FIPS 202, section 3.2. A lane keeps the lowest 64 bits of what is put into it. */
function permute(lanes: BigUint64Array): void {
  const at = (x: number, y: number): bigint => lanes[(x % 5) + 5 * (y % 5)] ?? 0n
  const five = [0, 1, 2, 3, 4]
  let register = 1
  for (let round = 0; round < 24; round += 1) {
    // Theta
    const columns = five.map((x) => five.reduce((sum, y) => sum ^ at(x, y), 0n))
    for (let place = 0; place < 25; place += 1) lanes[place] = at(place, Math.floor(place / 5)) ^ (columns[(place + 4) % 5] ?? 0n) ^ turned(columns[(place + 1) % 5] ?? 0n, 1)
    // Rho and pi
    let [x, y] = [1, 0]
    let moving = at(x, y)
    for (let step = 1; step <= 24; step += 1) {
      ;[x, y] = [y, (2 * x + 3 * y) % 5]
      const next = at(x, y)
      lanes[x + 5 * y] = turned(moving, ((step * (step + 1)) / 2) % 64)
      moving = next
    }
    // Chi
    for (const row of five) {
      const before = five.map((column) => at(column, row))
      for (const column of five) lanes[column + 5 * row] = (before[column] ?? 0n) ^ (~(before[(column + 1) % 5] ?? 0n) & (before[(column + 2) % 5] ?? 0n))
    }
    // Iota
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) lanes[0] = at(0, 0) ^ (1n << BigInt(2 ** bit - 1))
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1
    }
  }
}

const turned = (lane: bigint, by: number): bigint => BigInt.asUintN(64, (lane << BigInt(by)) | (lane >> BigInt(64 - by)))

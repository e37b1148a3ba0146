import * as v from 'valibot'
import type { PartSums } from '../../core/history/part-sums'
import { address, decodeJson, encodeJson, network, time, uint256 } from '../codec'

const sum = v.strictObject({ amount: uint256, payments: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })

const sums = v.strictObject({
  shape: v.literal(1),
  latest: v.nullable(time),
  assets: v.array(v.strictObject({ network, asset: address, earliest: v.nullable(time), paid: sum, held: sum })),
})

export const encodeSums = ({ latest, assets }: PartSums): Uint8Array => encodeJson({ shape: 1, latest, assets })

/** Null where the bytes are of another shape. */
export function decodeSums(bytes: Uint8Array): PartSums | null {
  const read = decodeJson(sums, bytes)
  return read === null ? null : { latest: read.latest, assets: read.assets }
}

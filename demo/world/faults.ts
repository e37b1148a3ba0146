import * as v from 'valibot'

/** How a facilitator can fail at one of its two calls. */
export const faults = [
  'none',
  /** The connection is cut before anything is done. */
  'down',
  /** Everything is done, after `slowMs`. */
  'slow',
  /** An internal error, before anything is done. */
  '500',
  /** Everything is done (at settle: the money moves), and then the connection is cut. */
  'lost',
] as const
export type Fault = (typeof faults)[number]

const fault = v.picklist(faults)
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120_000))

/** Body of the facilitator's `POST /control`. Parts left out stay as they are. */
export const facilitatorChange = v.strictObject({
  verify: v.exactOptional(fault),
  settle: v.exactOptional(fault),
  slowMs: v.exactOptional(milliseconds),
})
export type FacilitatorChange = v.InferOutput<typeof facilitatorChange>

/** Answer of the facilitator's `/control`: its faults, and how often each call was carried out. */
export const facilitatorState = v.object({ verify: fault, settle: fault, slowMs: milliseconds, verifies: v.number(), settles: v.number() })
export type FacilitatorState = v.InferOutput<typeof facilitatorState>

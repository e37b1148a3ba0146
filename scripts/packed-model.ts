import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readModel } from '../src/core/risk/model'
import { packModel, type PackedModel } from '../src/core/risk/packed-model'

/** What training has written, packed for the extension. */
export function packedModel(): PackedModel {
  const model = readModel(JSON.parse(readFileSync('src/core/risk/model.json', 'utf8')))
  if (model === null) throw new Error('src/core/risk/model.json cannot be read: npm run risk:train')
  return packModel(model)
}

export const packedModelFile = fileURLToPath(new URL('../src/core/risk/packed-model.json', import.meta.url))

export const writePackedModel = (): void => writeFileSync(packedModelFile, `${JSON.stringify(packedModel())}\n`)

if (process.argv[1] === fileURLToPath(import.meta.url)) writePackedModel()

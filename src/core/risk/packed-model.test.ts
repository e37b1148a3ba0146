import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packedModel, packedModelFile } from '../../../scripts/packed-model'
import { shippedModel } from '../../background/watch/shipped-model'
import { featureNames } from './features'
import { readModel, type Model, type Tree } from './model'
import { packModel, unpackModel } from './packed-model'

const trained = readModel(JSON.parse(readFileSync('src/core/risk/model.json', 'utf8')))

it('is the model that was trained and reported on, to the last digit', () => {
  expect(trained).not.toBeNull()
  expect(shippedModel()).toEqual(trained)
  expect(JSON.parse(readFileSync(packedModelFile, 'utf8'))).toEqual(packedModel())
})

const thousandth = fc.integer({ min: -50_000, max: 50_000 }).map((number) => number / 1_000)
/** Trees as training makes them: splits take their two nodes at the end of what there is. */
const tree = fc.array(fc.record({ isSplit: fc.boolean(), feature: fc.nat(featureNames.length - 1), value: thousandth, worth: thousandth }), { minLength: 1, maxLength: 30 }).map((drawn) => {
  const made: Tree = { feature: [], left: [], value: [], worth: [] }
  for (let at = 0, size = 1; at < size; at += 1) {
    const { isSplit = false, feature = 0, value = 0, worth = 0 } = drawn[at] ?? {}
    made.feature.push(isSplit ? feature : -1)
    made.left.push(isSplit ? size : 0)
    made.value.push(value)
    made.worth.push(isSplit ? worth : value)
    if (isSplit) size += 2
  }
  return made
})

it('gives back any trees', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
      const model = { ...trained, trees } as Model
      expect(unpackModel(packModel(model))).toEqual(model)
    }),
  )
})

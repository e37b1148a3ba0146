import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { textIds as known } from '../../../core/policy/documents'
import { readText, writeText } from '../../../core/policy/text'
import { bundled, bundledVersion, textIds } from './bundled'

const hashes: Readonly<Record<string, string>> = {
  terms: 'd577fd342760664bb7d71498d99139917a00fd93069ae571a2f93d97097a6d43',
  privacy: '66cc38df231f82eca3ac56171b668e4fb6ba5a719c387f17b028a44ded04b8f8',
  promises: '368e1ad834fe5c9b757a6ac0bb302355f657ae234b6ddc971fd9da92bba6a968',
}

it('what the wallet came with is not edited: other words come as a policy, and wait for a yes', () => {
  expect(bundledVersion).toBe('2026-11-30')
  for (const id of textIds) expect([id, createHash('sha256').update(writeText(bundled[id])).digest('hex')]).toEqual([id, hashes[id]])
})

it('is what a policy may carry, and all of it', () => {
  expect([...textIds].sort()).toEqual([...known].sort())
  for (const id of textIds) {
    const body = writeText(bundled[id])
    expect(readText(body)).toEqual(bundled[id])
    expect(body.length, id).toBeLessThan(24 * 1024)
  }
})

it('is plain', () => {
  for (const id of ['terms', 'privacy'] as const) expect(writeText(bundled[id])).not.toMatch(/!|\b(we|our|us|shall|herein|transactions?|hash(es)?|gas|sign(s|ed|ing|atures?)?|nonce|token|blockchain)\b/i)
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { networks } from '../../src/core/networks/networks'
import { offered } from '../../src/core/words/languages'
import { deriveManifest, type Target } from '../manifest'
import { knownKeys, surfaceOf, type Surface } from './surface'
import snapshot from './surface.json' with { type: 'json' }

const targets = ['chrome', 'firefox'] as const
const derived = (target: Target) => deriveManifest(manifest, '1.2.3', target, 'asked')
const kept: Readonly<Record<Target, Surface>> = snapshot.surfaces

/** Whoever changes what a reader lets Farthing do changes scripts/release/surface.json as well, and docs/PERMISSIONS.md. */
describe.each(targets)('what %s lets Farthing do', (target) => {
  const surface = surfaceOf(derived(target), target)

  it('is what is written down', () => expect(surface).toEqual(kept[target]))
  it('is said in words that this browser knows', () => expect(Object.keys(derived(target)).filter((key) => !knownKeys[target].includes(key))).toEqual([]))

  it('has no site in it that the reader has not given', () => {
    expect(surface.hosts).toEqual([])
    expect(derived(target)).not.toHaveProperty('content_scripts')
    expect(derived(target)).not.toHaveProperty('web_accessible_resources')
    expect(derived(target)).not.toHaveProperty('externally_connectable')
  })

  it('lets no script in but its own', () => {
    const rules = new Map(surface.policy.split(';').map((rule) => rule.trim().split(' ')).map(([name = '', ...sources]) => [name, sources.join(' ')]))
    expect(rules.get('default-src')).toBe("'none'")
    expect(rules.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
    for (const name of ['frame-ancestors', 'base-uri', 'form-action', 'object-src']) expect(rules.get(name)).toBe("'none'")
  })
})

describe('what is written down beside it', () => {
  it('languages', () => expect(readdirSync('public/_locales').sort()).toEqual(snapshot.locales))
  // Of Portuguese, the stores know only the one of a country.
  it('the browser is told of each that is offered, and of no other', () => expect(new Set(snapshot.locales.map((name) => name.split('_')[0]))).toEqual(new Set(offered)))

  it('the places that a new wallet asks by itself', () => {
    const endpoints = networks.map(({ defaultEndpoint }) => new URL(defaultEndpoint))
    expect(endpoints.map(({ hostname }) => hostname).sort()).toEqual(snapshot.hosts.asked)
    const prefix = 'the chain endpoint that is shipped: '
    const told = readFileSync('e2e/hosts.txt', 'utf8').split('\n').filter((line) => line.startsWith(prefix))
    expect(told.map((line) => line.slice(prefix.length)).sort()).toEqual(endpoints.map(({ host }) => host).sort())
  })
})

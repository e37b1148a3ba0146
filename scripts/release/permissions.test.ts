import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { deriveManifest } from '../manifest'
import { surfaceOf } from './surface'

const page = readFileSync('docs/PERMISSIONS.md', 'utf8')
const [explained = '', refused = ''] = page.split(/^## What is not asked for$/m)
const sections = new Map([...explained.matchAll(/^### `([^`]+)`\n([\s\S]*?)(?=^##|(?![\s\S]))/gm)].map(([, name = '', text = '']) => [name, text]))
const surfaces = (['chrome', 'firefox'] as const).map((target) => surfaceOf(deriveManifest(manifest, '1.0.0', target, 'asked'), target))
const atInstall = new Set(surfaces.flatMap(({ permissions, hosts }) => [...permissions, ...hosts]))
const later = new Set(surfaces.flatMap(({ optionalPermissions, optionalHosts }) => [...optionalPermissions, ...optionalHosts]))
const wanted = new Set([...atInstall, ...later])

describe('docs/PERMISSIONS.md', () => {
  it('explains every permission and every pattern of the manifests, and no other', () => expect(new Set(sections.keys())).toEqual(wanted))

  it.each([...wanted])('says of %s what it is for, why nothing weaker will do, and when it is asked for', (name) => {
    const text = sections.get(name) ?? ''
    for (const question of ['**Why.**', '**Why nothing weaker.**', '**When.**']) expect(text).toContain(question)
    expect(/\*\*When\.\*\* (?:At install|Later)\b/.exec(text)?.[0]).toBe(atInstall.has(name) ? '**When.** At install' : '**When.** Later')
  })

  it('names nothing as refused that is asked for', () => {
    const names = [...refused.matchAll(/^- `([^`]+)`/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => wanted.has(name) || name in manifest)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { deriveManifest } from '../manifest'
import { surfaceOf } from './surface'
import snapshot from './surface.json' with { type: 'json' }

const page = readFileSync('docs/STORE.md', 'utf8')
const section = (title: string): string => new RegExp(`^### ${title}\\n([\\s\\S]*?)(?=^##)`, 'm').exec(page)?.[1]?.trim() ?? ''
const surface = surfaceOf(deriveManifest(manifest, '1.0.0', 'firefox', 'asked'), 'firefox')

it('the listing says what the package says, in as many letters as both stores take', () => {
  expect(section('Name')).toBe(messages.extName.message)
  expect(section('Short description')).toBe(messages.extDescription.message)
  // The narrower of both: 45 (Firefox takes 50, Chrome 75), and 132 (Chrome; Firefox takes 250).
  expect(section('Name').length).toBeLessThanOrEqual(45)
  expect(section('Short description').length).toBeLessThanOrEqual(132)
  expect(section('Long description').length).toBeGreaterThan(500)
  expect(section('Long description').length).toBeLessThan(10_000)
})

it.each(snapshot.locales)('in "%s" the browser is told the same of it, in no more letters', (locale) => {
  const told = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as typeof messages
  expect(Object.keys(told)).toEqual(Object.keys(messages))
  expect(told.extName).toEqual(messages.extName)
  expect(told.extDescription.message.length).toBeLessThanOrEqual(132)
  if (locale !== 'en') for (const key of ['extDescription', 'commandLock'] as const) expect(told[key].message).not.toBe(messages[key].message)
})

it('every permission has a justification, and none that is not asked for', () => {
  const justified = [...page.matchAll(/^\| `([^`]+)`(?: \((optional)\))? \|/gm)].map(([, name = '', optional]) => [name, optional !== undefined] as const)
  const atInstall = [...surface.permissions, ...surface.hosts].map((name) => [name, false] as const)
  const later = [...surface.optionalPermissions, ...surface.optionalHosts].map((name) => [name, true] as const)
  expect(new Map(justified)).toEqual(new Map([...atInstall, ...later]))
})

it('what Firefox is told that leaves the device is what the page says', () => {
  const declared = [...page.matchAll(/`(\w+)`, required \|$/gm)].map(([, name]) => name)
  expect(declared).toEqual(surface.tells)
})

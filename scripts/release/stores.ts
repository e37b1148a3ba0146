/**
 * What the stores look at, after a build: `npm run lint:stores`; `npm test` asks for it. Fails where Mozilla's own linter has anything to
 * say of the Firefox package, and where a package tells whose machine it was made on or names a place that is not in surface.json.
 */
import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { builds, type Build } from './from-source'
import { filesIn } from './source'
import snapshot from './surface.json' with { type: 'json' }

const message = v.object({ code: v.string(), message: v.string(), file: v.optional(v.string()), line: v.optional(v.number()) })
const lists = { errors: v.array(message), warnings: v.array(message), notices: v.array(message) }

function firefoxFaults(): readonly string[] {
  const linter = 'node_modules/addons-linter/bin/addons-linter'
  const { stdout } = spawnSync(process.execPath, [linter, '--output', 'json', 'dist/firefox'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { errors, warnings, notices } = v.parse(v.object(lists), JSON.parse(stdout))
  return [...errors, ...warnings, ...notices].map(({ code, message, file = '', line = 0 }) => `firefox ${file}:${line} ${code}: ${message}`)
}

const readable = /\.(?:js|css|html|json|txt)$/
/** Of an address that is written in a script. `https://${x}` names nobody. */
const hostName = /\b(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi

const isScript = (name: string): boolean => /\.(?:js|html)$/.test(name)

/** `asked` by a new wallet itself, `linked` for the reader to press, or `named` and neither: a name space, a comment of a package. */
const known = Object.values(snapshot.hosts).flat()

function packageFaults(build: Build): readonly string[] {
  const files = filesIn(resolve('dist', build)).filter(({ name }) => readable.test(name))
  const places = [resolve('.'), homedir()].filter((place) => place.length > 2)
  const telling = files.flatMap(({ name, content }) => places.filter((place) => content.includes(place)).map((place) => `${build} ${name} tells of ${place}`))
  const scripts = files.filter(({ name }) => isScript(name)).map(({ content }) => content.toString())
  const named = new Set(scripts.flatMap((script) => [...script.matchAll(hostName)].map(([, host = '']) => host)))
  return [
    ...telling,
    ...[...named].filter((host) => !known.includes(host)).map((host) => `${build} names ${host}, which is not in scripts/release/surface.json`),
    ...known.filter((host) => !named.has(host)).map((host) => `${build} does not name ${host}, which is in scripts/release/surface.json`),
  ]
}

const faults = [...firefoxFaults(), ...builds.flatMap(packageFaults)]
for (const fault of faults) console.log(`  ${fault}`)
console.log(faults.length === 0 ? '  Nothing to say.' : `  ${faults.length} to be looked at.`)
process.exitCode = faults.length === 0 ? 0 : 1

import { installed, isShipped, nameOf, tarballOf, type Lock, type Locked } from '../supply/lock'

/** What the release is called and when its source was written. */
export interface Released {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Of the commit: the same source gives the same bytes. */
  readonly writtenAt: string
}

/**
 * The software bill of materials, in CycloneDX 1.5: every package of the lock file with its hash and licence. `required` is what the
 * wallet is made of; `excluded` what it is made and tried with. Npm's own command refuses a tree in which a package would like another
 * TypeScript than ours, so it is written here.
 */
export function billOf(released: Released, lock: Lock): string {
  const components = installed(lock).map(([folder, locked]) => component(nameOf(folder, locked), locked))
  const once = new Map(components.map((one) => [one['bom-ref'], one]))
  // Wanted in one place for the wallet and in another for making it: then it is in the wallet.
  for (const one of components) if (one.scope === 'required') once.set(one['bom-ref'], one)
  const itself = { type: 'application', 'bom-ref': purl(released.name, released.version), name: released.name, version: released.version, licenses: licensesOf(released.licence) }
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: { timestamp: released.writtenAt, component: itself },
      components: [...once.values()].sort((one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1)),
    },
    null,
    2,
  )}\n`
}

function component(full: string, locked: Locked) {
  const { version = '', integrity = '', license = '' } = locked
  const [scope, name] = full.startsWith('@') ? full.split('/') : [undefined, full]
  return {
    type: 'library',
    'bom-ref': purl(full, version),
    ...(scope !== undefined && { group: scope }),
    name,
    version,
    scope: isShipped(locked) ? 'required' : 'excluded',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
    licenses: licensesOf(license),
    purl: purl(full, version),
    externalReferences: [{ type: 'distribution', url: tarballOf(full, locked) }],
  }
}

/** An expression of several licences has a place of its own in the format; so have words that SPDX does not list. */
function licensesOf(licence: string): readonly object[] {
  if (/ (?:OR|AND) /.test(licence)) return [{ expression: licence }]
  return [{ license: unlisted.includes(licence) ? { name: licence } : { id: licence } }]
}
const unlisted = ['DBAD']

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** What package.json and package-lock.json say of the packages that are installed, and what is wrong with it. Pure. */

export interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  /** What is installed, where that is not what the folder is called. */
  readonly name?: string
  readonly dev?: boolean
  readonly optional?: boolean
  /** Wanted by what is for development, and by a peer of what is shipped. */
  readonly devOptional?: boolean
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly hasInstallScript?: boolean
}

export interface Lock {
  readonly lockfileVersion: number
  /** By the folder that a package lies in; the project itself under ''. */
  readonly packages: Readonly<Record<string, Locked & Partial<Wanted>>>
}

/** A name and what is wanted of it; or, among overrides, of what that name brings with it. */
export type Wishes = { readonly [name: string]: string | Wishes }

interface Wanted {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

export interface Project extends Wanted {
  readonly overrides?: Wishes
}

export interface Allowed {
  /** Packages that ask to run a program when they are installed, and why that is not needed. Nothing of it is run. */
  readonly installScripts: Readonly<Record<string, string>>
  readonly licences: Readonly<Record<string, string>>
  /** Of what is in the wallet. */
  readonly shippedLicences: readonly string[]
}

const version = String.raw`\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?`
const exact = new RegExp(`^(?:npm:(?:@[a-z0-9._-]+/)?[a-z0-9._-]+@)?${version}$`)
const isExact = (wanted: string): boolean => exact.test(wanted)
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/** The packages themselves, without the project. */
export const installed = (lock: Lock): readonly (readonly [folder: string, Locked])[] => Object.entries(lock.packages).filter(([folder]) => folder !== '')

/** "@scure/base" of "node_modules/x/node_modules/@scure/base", or what lies there in its place. */
export const nameOf = (folder: string, { name }: Locked): string => name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Where npm's public registry keeps a version. */
export function tarballOf(name: string, { version = '' }: Locked): string {
  return `https://registry.npmjs.org/${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`
}

/** Everything that is wrong, a sentence each. */
export function faultsOf(project: Project, lock: Lock, allowed: Allowed): readonly string[] {
  return [...wishFaults(project), ...lockFaults(project, lock), ...installed(lock).flatMap(([folder, locked]) => faultsOfOne(folder, locked, allowed)), ...leftOver(lock, allowed)]
}

function wishFaults({ dependencies, devDependencies, overrides = {} }: Project): readonly string[] {
  const loose = (wishes: Wishes): readonly string[] =>
    Object.entries(wishes).flatMap(([name, wanted]) => {
      if (typeof wanted !== 'string') return loose(wanted)
      return isExact(wanted) || wanted.startsWith('$') ? [] : [`package.json wants ${name} as ${wanted}, which is not one version.`]
    })
  return [dependencies, devDependencies, overrides].flatMap(loose)
}

function lockFaults(project: Project, { lockfileVersion, packages }: Lock): readonly string[] {
  const faults = lockfileVersion === 3 ? [] : [`The lock file is of version ${lockfileVersion}.`]
  const root = packages['']
  for (const kind of ['dependencies', 'devDependencies'] as const) {
    for (const name of new Set([...Object.keys(project[kind]), ...Object.keys(root?.[kind] ?? {})])) {
      const [wanted, locked] = [project[kind][name], root?.[kind]?.[name]]
      if (wanted !== locked) faults.push(`${name} is ${wanted ?? 'nothing'} in package.json and ${locked ?? 'nothing'} in the lock file.`)
    }
  }
  return faults
}

function faultsOfOne(folder: string, locked: Locked, allowed: Allowed): readonly string[] {
  const name = nameOf(folder, locked)
  const { license = 'none', resolved } = locked
  const faults: (string | false)[] = [
    !isExact(locked.version ?? '') && 'has no version',
    !sha512.test(locked.integrity ?? '') && 'has no hash',
    resolved !== undefined && resolved !== tarballOf(name, locked) && `comes from ${resolved}`,
    (locked.link === true || locked.inBundle === true) && 'comes from inside something else',
    locked.hasInstallScript === true && allowed.installScripts[name] === undefined && 'wants to run a program when it is installed',
    allowed.licences[license] === undefined && `has the licence ${license}`,
    isShipped(locked) && !allowed.shippedLicences.includes(license) && `is shipped with the licence ${license}`,
  ]
  return faults.filter((fault) => fault !== false).map((fault) => `${folder} ${fault}.`)
}

/** Whether it is there for the wallet itself. What is optional there are types, of which nothing is left in it. */
export const isShipped = ({ dev, optional, devOptional }: Locked): boolean => dev !== true && optional !== true && devOptional !== true

/** What is allowed and not asked for any more. */
function leftOver(lock: Lock, { installScripts, licences }: Allowed): readonly string[] {
  const all = installed(lock)
  const asking = new Set(all.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([folder, locked]) => nameOf(folder, locked)))
  const used = new Set(all.map(([, { license }]) => license))
  return [
    ...Object.keys(installScripts).filter((name) => !asking.has(name)).map((name) => `${name} is in the list of install scripts and has none.`),
    ...Object.keys(licences).filter((licence) => !used.has(licence)).map((licence) => `Nobody has the licence ${licence}, which is in the list.`),
  ]
}

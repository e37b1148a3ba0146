import type { Target } from '../manifest'

/** What a reader lets an extension do by installing it, and what it can ask for later. */
export interface Surface {
  readonly permissions: readonly string[]
  readonly optionalPermissions: readonly string[]
  readonly hosts: readonly string[]
  readonly optionalHosts: readonly string[]
  readonly policy: string
  readonly incognito: string
  readonly from: string
  readonly tells: readonly string[]
}

type Manifest = Readonly<Record<string, unknown>>

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
const inside = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? (found as Manifest)[key] : undefined), value)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export function surfaceOf(manifest: Manifest, target: Target): Surface {
  const gecko = ['browser_specific_settings', 'gecko'] as const
  return {
    permissions: list(manifest['permissions']),
    optionalPermissions: list(manifest['optional_permissions']),
    hosts: list(manifest['host_permissions']),
    optionalHosts: list(manifest['optional_host_permissions']),
    policy: text(inside(manifest, 'content_security_policy', 'extension_pages')),
    incognito: text(manifest['incognito']),
    from: text(target === 'chrome' ? manifest['minimum_chrome_version'] : inside(manifest, ...gecko, 'strict_min_version')),
    tells: list(inside(manifest, ...gecko, 'data_collection_permissions', 'required')),
  }
}

/**
 * Everything that may stand in a manifest, by browser. What is not here either means something that a page or another extension could
 * get hold of (`web_accessible_resources`, `externally_connectable`, `content_scripts`), or nothing to that browser.
 */
const common = ['manifest_version', 'name', 'description', 'default_locale', 'version', 'incognito', 'icons', 'action', 'background', 'permissions']
const later = ['optional_permissions', 'optional_host_permissions', 'commands', 'content_security_policy']
export const knownKeys: Readonly<Record<Target, readonly string[]>> = {
  chrome: [...common, ...later, 'key', 'minimum_chrome_version'],
  firefox: [...common, ...later, 'browser_specific_settings'],
}

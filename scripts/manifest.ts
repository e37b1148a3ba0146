/** Derives one browser's manifest from manifest.json. */

export type Target = 'chrome' | 'firefox'
export type Access = 'asked' | 'granted'

interface SourceManifest {
  readonly background: { readonly service_worker: string; readonly scripts: readonly string[] }
  readonly permissions: readonly string[]
  readonly optional_permissions: readonly string[]
  readonly optional_host_permissions: readonly string[]
  readonly key: string
  readonly minimum_chrome_version: string
  readonly browser_specific_settings: unknown
}

/**
 * Each browser gets only what it knows: Chromium calls `background.scripts` an error on its extensions page,
 * Firefox refuses to install a manifest with `service_worker` alone.
 * 'granted' turns what is asked for later into what is given at install: for browsers driven by tests,
 * which cannot answer a permission prompt. It is never published. Firefox lets nobody ask for what is given but not asked for
 * later, where Chromium says yes: it is both there.
 */
export function deriveManifest(source: SourceManifest, version: string, target: Target, access: Access): Record<string, unknown> {
  const { background, key, minimum_chrome_version, browser_specific_settings, optional_permissions, optional_host_permissions, ...common } = source
  const later =
    access === 'granted'
      ? {
          permissions: [...common.permissions, ...optional_permissions],
          host_permissions: optional_host_permissions,
          ...(target === 'firefox' ? { optional_permissions, optional_host_permissions } : {}),
        }
      : { optional_permissions, optional_host_permissions }
  const own =
    target === 'chrome'
      ? { key, minimum_chrome_version, background: { service_worker: background.service_worker } }
      : { browser_specific_settings, background: { scripts: background.scripts } }
  return { ...common, version, ...later, ...own }
}

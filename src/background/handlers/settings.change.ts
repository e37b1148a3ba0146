import { networks } from '../../core/networks/networks'
import { err, ok } from '../../core/result'
import { en as words } from '../../core/words/en'
import type { Input } from '../../messaging/contract'
import type { Settings } from '../../messaging/views'
import { applyAccess } from '../access'
import { isAcceptableEndpoint } from '../chain/endpoint'
import type { AppHandler } from './handler'

export const settingsChange: AppHandler<'settings.change'> = async (input, app) => {
  for (const url of [input.endpoint?.url ?? null, input.tipService ?? null, input.policyHost ?? null]) if (url !== null && !isAcceptableEndpoint(url)) return err({ code: 'refused', sentence: words.badEndpoint })
  const next = await app.settings.change((current) => changed(current, input))
  if (input.access !== undefined) await applyAccess(next.access)
  app.changed('settings')
  if (input.policyHost !== undefined) void app.policy.begin()
  if (input.badge !== undefined) void app.disputeNews.showWaiting()
  if (input.currency !== undefined || input.badge !== undefined) void app.pageDesk.pricesChanged()
  if (input.copiesMegabytes !== undefined) await app.copies.makeRoom()
  app.changed('account')
  return ok(next)
}

function changed(current: Settings, { endpoint, ...input }: Input<'settings.change'>): Settings {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const next: Settings = { ...current, ...given }
  return withEndpoint(onAllowedNetwork(next), endpoint)
}

/** Switching test networks off leaves none of them active. */
function onAllowedNetwork(settings: Settings): Settings {
  const active = networks.find((network) => network.id === settings.network)
  const fallback = networks.find((network) => !network.test)
  if (active?.test !== true || settings.testNetworks || fallback === undefined) return settings
  return { ...settings, network: fallback.id }
}

function withEndpoint(settings: Settings, endpoint: Input<'settings.change'>['endpoint']): Settings {
  if (endpoint === undefined) return settings
  const { network, url } = endpoint
  const others = Object.entries(settings.endpoints).filter(([id]) => id !== network)
  return { ...settings, endpoints: Object.fromEntries(url === null ? others : [...others, [network, url]]) }
}

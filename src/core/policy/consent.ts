import type { NetworkId } from '../networks/networks'
import type { Policy, TextId } from './documents'
import { isLooser, parameterNames, shippedParameters, type ParameterName, type Parameters } from './parameters'

export type Text = Policy['texts'][number]

/** What holds for this reader: of the trusted policies, what tightened by itself and what was agreed to. Nothing of the reader's own is in it. */
export interface InForce {
  readonly parameters: Parameters
  /** Nothing is paid there. */
  readonly withdrawn: readonly NetworkId[]
  /** What the watch scores with; null for the one the wallet came with. */
  readonly model: Policy['model']
  /** In the place of those the wallet came with. */
  readonly texts: readonly Text[]
}

export const shippedInForce: InForce = { parameters: shippedParameters, withdrawn: [], model: null, texts: [] }

/** One thing that a policy says otherwise than what holds. */
export type Change =
  | { readonly kind: 'parameter'; readonly name: ParameterName; readonly from: number; readonly to: number }
  | { readonly kind: 'network'; readonly id: NetworkId; readonly to: 'withdrawn' | 'back' }
  /** `to` and `from` are days of versions; null for what the wallet came with. */
  | { readonly kind: 'model'; readonly to: string | null }
  | { readonly kind: 'text'; readonly id: TextId; readonly lang: string; readonly from: string | null; readonly to: string | null }

/** What comes of a policy before the reader has said anything. */
export interface Weighed {
  /** With all that watches more closely. */
  readonly inForce: InForce
  readonly applied: readonly Change[]
  /** What the reader has to agree to. Until then the old holds. */
  readonly waiting: readonly Change[]
}

/** Holds a policy against what holds. What it calls itself decides nothing: each change is looked at by itself. */
export function weigh(inForce: InForce, policy: Policy): Weighed {
  const changes = changesOf(inForce, policy)
  const applied = changes.filter(isTighter)
  return { inForce: applied.reduce(withChange, inForce), applied, waiting: changes.filter((change) => !isTighter(change)) }
}

/** What holds once the reader has agreed to a policy. */
export const agreedTo = (policy: Policy): InForce => ({
  parameters: targetOf(policy),
  withdrawn: policy.withdrawn,
  model: policy.model,
  texts: policy.texts,
})

/** Watching more closely, and paying nowhere new: what could cost the reader nothing but a question. A model can do either, and is asked about. */
function isTighter(change: Change): boolean {
  if (change.kind === 'parameter') return !isLooser(change.name, change.from, change.to)
  return change.kind === 'network' && change.to === 'withdrawn'
}

function changesOf(inForce: InForce, policy: Policy): readonly Change[] {
  const { parameters, withdrawn, model } = agreedTo(policy)
  const turned = parameterNames.flatMap((name): Change[] => {
    const [from, to] = [inForce.parameters[name], parameters[name]]
    return from === to ? [] : [{ kind: 'parameter', name, from, to }]
  })
  const gone = withdrawn.filter((id) => !inForce.withdrawn.includes(id)).map((id): Change => ({ kind: 'network', id, to: 'withdrawn' }))
  const back = inForce.withdrawn.filter((id) => !withdrawn.includes(id)).map((id): Change => ({ kind: 'network', id, to: 'back' }))
  const scored: Change[] = model?.sha256 === inForce.model?.sha256 ? [] : [{ kind: 'model', to: model?.version ?? null }]
  return [...turned, ...gone, ...back, ...scored, ...textChanges(inForce.texts, policy.texts)]
}

function textChanges(agreed: readonly Text[], offered: readonly Text[]): readonly Change[] {
  const isSame = (one: Text, other: Text): boolean => one.id === other.id && one.lang === other.lang
  const written = offered.flatMap((text): Change[] => {
    const before = agreed.find((one) => isSame(one, text))
    return before?.sha256 === text.sha256 ? [] : [{ kind: 'text', id: text.id, lang: text.lang, from: before?.version ?? null, to: text.version }]
  })
  const dropped = agreed.filter((text) => !offered.some((one) => isSame(one, text)))
  return [...written, ...dropped.map((text): Change => ({ kind: 'text', id: text.id, lang: text.lang, from: text.version, to: null }))]
}

function withChange(inForce: InForce, change: Change): InForce {
  if (change.kind === 'parameter') return { ...inForce, parameters: { ...inForce.parameters, [change.name]: change.to } }
  return change.kind === 'network' ? { ...inForce, withdrawn: [...inForce.withdrawn, change.id] } : inForce
}

const targetOf = (policy: Policy): Parameters => ({ ...shippedParameters, ...policy.parameters })

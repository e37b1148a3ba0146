import { formatToken } from '../../core/money'
import { locale } from '../../platform/locale'
import { en as words } from '../words/en'
import type { Draft } from './draft'

const labels = words.approval.details

/** The decoded message: in plain words, then field by field, then the bytes themselves. */
export function SignedDetails({ draft, validSeconds }: { readonly draft: Draft; readonly validSeconds: number }) {
  const { authorization, domain } = draft.decoded
  const exact = formatToken(authorization.value, draft.amount, locale())
  const rows: readonly (readonly [string, string])[] = [
    [labels.amount, `${exact} (${labels.units(draft.amount.atomic)})`],
    [labels.from, draft.payer],
    [labels.to, draft.payee],
    [labels.token, `${domain.name}, ${domain.version}`],
    [labels.contract, authorization.asset],
    [labels.network, `${draft.network.label} (${draft.network.chainId})`],
    [labels.nonce, authorization.nonce],
    // The moment it runs out is stamped when the reader agrees; the bytes hold the earliest it can be.
    [labels.runsOut, labels.runsOutValue(validSeconds)],
    [labels.raw, draft.message],
  ]
  return (
    <details class="signed">
      <summary>{labels.title}</summary>
      <p>{labels.plain(exact, draft.network.label)}</p>
      <p>{labels.valid(validSeconds)}</p>
      <p>{labels.fees}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

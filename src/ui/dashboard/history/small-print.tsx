import type { ComponentChildren } from 'preact'
import type { PaymentDetail } from '../../../messaging/views'
import { CopyButton } from '../../shared/copy-button'
import { words } from '../words'
import { Evidence } from './evidence'
import { webAddress } from './web-address'

/** The exact facts of a payment, for whoever has to prove or look up something. */
export function SmallPrint({ payment }: { readonly payment: PaymentDetail }) {
  const { details, payee, network, transaction, noTransaction, nonce, page, offer, receipt } = words.history
  return (
    <details class="card">
      <summary>{details}</summary>
      <dl class="facts">
        <Fact term={page}>{payment.page}</Fact>
        <Fact term={network}>{payment.networkLabel}</Fact>
        <Fact term={payee}>
          <Code text={payment.payee} what={payee} />
        </Fact>
        <Fact term={transaction}>
          {payment.transaction === null ? noTransaction : <Code text={payment.transaction} what={transaction} />}
          <Explorer address={payment.explorer} />
        </Fact>
        <Fact term={nonce}>
          <Code text={payment.nonce} what={nonce} />
        </Fact>
        <Fact term={offer}>
          <Evidence evidence={payment.offer} />
        </Fact>
        <Fact term={receipt}>
          <Evidence evidence={payment.receipt} />
        </Fact>
      </dl>
    </details>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt class="quiet">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Code({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span class="code">
      <code>{text}</code>
      <CopyButton text={text} label={what} />
    </span>
  )
}

/** Opened by the reader, or never: looking a payment up tells the explorer about it. */
function Explorer({ address }: { readonly address: string | null }) {
  const href = webAddress(address)
  if (href === null) return null
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {words.history.explorer}
    </a>
  )
}

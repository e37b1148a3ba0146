import { useEffect, useRef, useState } from 'preact/hooks'
import type { ApprovalQuote, OtherPrice } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Button } from '../shared/button'
import { Estimate } from '../shared/estimate'
import { FeeTable } from '../shared/fee-table'
import { usePrice } from '../shared/prices'
import { Notice } from '../shared/status'
import { en as words } from '../words/en'
import { ArmedButton } from './armed-button'
import { Check } from './check'
import { readDraft, type Draft } from './draft'
import { SignedDetails } from './signed-details'
import { Site } from './site'
import type { ApprovalState, Said } from './state'
import { Amounts, NewPayee, Note } from './tip'
import { useArming } from './use-arming'
import { useClear } from './use-clear'

/** The most important reasons stay in view beside the button; the others are read before it. */
const besideButton = 2

interface ReadyProps {
  readonly quote: ApprovalQuote
  readonly approval: Pick<ApprovalState, 'agree' | 'choose' | 'chose' | 'chooseAmount' | 'note' | 'setNote' | 'decline' | 'agreeing' | 'dialog' | 'sentence'>
}

/** What would be paid. Amount, payee, currency and network come from the bytes that will be signed and from nowhere else. */
export function Ready({ quote, approval }: ReadyProps) {
  const draft = readDraft(quote)
  const [checkedPayee, setCheckedPayee] = useState<string | null>(null)
  const [fineFor, setFineFor] = useState<string | null>(null)
  const checked = draft.ok && checkedPayee === draft.value.payee
  const fine = fineFor === quote.message
  const isTip = quote.kind === 'tip'
  const mustCheck = isTip && quote.newPayee
  const bar = useRef<HTMLDivElement>(null)
  useClear(bar)
  return (
    <main class="approval">
      <div class="approval-body">
        <Site site={quote.site} />
        <Piece quote={quote} />
        {draft.ok && isTip && <Amounts quote={quote} amount={draft.value.amount} approval={approval} />}
        {draft.ok && isTip && <Note takesNote={quote.takesNote} note={approval.note} onChange={approval.setNote} />}
        {draft.ok ? <Bill quote={quote} draft={draft.value} /> : <Notice level="stop">{words.approval[draft.error]}</Notice>}
        {draft.ok && !isTip && quote.others.length > 0 && <Others others={quote.others} onChoose={approval.choose} />}
        {draft.ok && <Reasons notices={quote.notices.slice(besideButton)} />}
      </div>
      <div ref={bar} class="approval-actions">
        <div role="status">{approval.sentence !== null && <Notice level="stop">{approval.sentence}</Notice>}</div>
        {draft.ok && <Reasons notices={quote.notices.slice(0, besideButton)} />}
        {draft.ok && mustCheck && <NewPayee draft={draft.value} checked={checked} onCheck={(isChecked) => setCheckedPayee(isChecked ? draft.value.payee : null)} />}
        {draft.ok && quote.mustConfirm && <Check checked={fine} onCheck={(isFine) => setFineFor(isFine ? quote.message : null)}>{words.approval.fine}</Check>}
        <div class="approval-buttons">
          <Button onClick={approval.decline}>{words.approval.notNow}</Button>
          {draft.ok && <Pay draft={draft.value} approval={approval} isTip={isTip} said={{ checked, fine }} blocked={blockedBy(mustCheck && !checked, quote.mustConfirm && !fine)} />}
        </div>
      </div>
      {draft.ok && <SignedDetails draft={draft.value} validSeconds={quote.validSeconds} />}
      {approval.dialog}
    </main>
  )
}

/** The heading takes the focus, so that a key pressed too early meets no button. */
function Piece({ quote }: { readonly quote: ApprovalQuote }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="piece">
      <p class="quiet">{quote.kind === 'tip' ? words.approval.tip.lead : words.approval.asks}</p>
      <h1 class="piece-title" ref={heading} tabIndex={-1}>
        <bdi>{quote.title}</bdi>
      </h1>
      {quote.keep !== null && <p class="small quiet">{quote.keep}</p>}
    </div>
  )
}

function Bill({ quote, draft }: { readonly quote: ApprovalQuote; readonly draft: Draft }) {
  return (
    <>
      <div class="total">
        <Amount money={draft.amount} size="hero" exact />
        <Estimate />
      </div>
      <div class="card bill">
        <FeeTable lines={quote.feeLines} total={draft.amount} />
        <details class="payee">
          <summary>
            <span>{words.approval.payee}</span>
            <span class="payee-short">{short(draft.payee)}</span>
            <span class="heard">{words.approval.payeeShow}</span>
          </summary>
          <code>{draft.payee}</code>
        </details>
        {quote.purse !== null && (
          <p class="left">
            <span>{words.approval.from}</span>
            <bdi>{quote.purse}</bdi>
          </p>
        )}
        <p class="left">
          <span>{words.approval.left}</span>
          <Amount money={quote.balanceAfter} />
        </p>
        {quote.limitAfter !== null && <LimitLeft {...quote.limitAfter} />}
      </div>
    </>
  )
}

function LimitLeft({ limit, most, left }: NonNullable<ApprovalQuote['limitAfter']>) {
  const prices = usePrice()
  return (
    <p class="left left-limit">
      <span>{words.approval.limitLeft[limit](prices?.price(most) ?? '')}</span>
      <Amount money={left} />
    </p>
  )
}

/** One line: what else the seller takes for this, each a press away. What an offer is for is the seller's word. */
function Others({ others, onChoose }: { readonly others: readonly OtherPrice[]; readonly onChoose: (other: number) => void }) {
  const prices = usePrice()
  return (
    <p class="small quiet others">
      <span>{words.approval.others}</span>
      {others.map(({ price, covers }, at) => {
        const amount = prices?.price(price) ?? ''
        const shown = covers === null ? amount : words.approval.covers[covers](amount)
        return (
          <Button key={price.atomic} look="link" label={words.approval.choose(covers === null ? words.approval.anOffer(amount) : shown)} onClick={() => onChoose(at)}>
            {shown}
          </Button>
        )
      })}
    </p>
  )
}

function Reasons({ notices }: { readonly notices: ApprovalQuote['notices'] }) {
  return (
    <>
      {notices.map(({ level, sentence, why }) => (
        <div key={sentence} class="reason">
          <Notice level={level}>{sentence}</Notice>
          {why !== undefined && (
            <details class="small quiet">
              <summary>{words.approval.why}</summary>
              <p>{why}</p>
            </details>
          )}
        </div>
      ))}
    </>
  )
}

interface PayProps {
  readonly draft: Draft
  readonly approval: ReadyProps['approval']
  readonly isTip: boolean
  readonly said: Said
  /** What the reader has to say first; null for nothing. */
  readonly blocked: string | null
}

const blockedBy = (payee: boolean, noticed: boolean): string | null => (noticed ? words.approval.fineFirst : payee ? words.approval.tip.checkFirst : null)

function Pay({ draft, approval, isTip, said, blocked }: PayProps) {
  const prices = usePrice()
  const price = prices?.price(draft.amount) ?? ''
  // A question that lay over the price is something new on screen, and so is the price when it is gone.
  const covered = approval.dialog === null ? '' : 'covered'
  const { phase, accepts } = useArming(`${draft.message} ${price} ${covered} ${blocked ?? ''}`)
  const press = (event: MouseEvent) => {
    // Judged first, so that every press is used up; a price nobody could read yet is not agreed to.
    if (accepts(event) && prices !== null && !approval.agreeing && blocked === null) approval.agree(draft.message, said)
  }
  const { pay, paying, armingHint } = words.approval
  return (
    <ArmedButton look="pay" phase={phase} busy={approval.agreeing} hint={armingHint} blocked={blocked} onClick={press}>
      {approval.agreeing ? paying : isTip ? words.approval.tip.pay(price) : pay(price)}
    </ArmedButton>
  )
}

const short = (account: string) => `${account.slice(0, 6)}…${account.slice(-4)}`

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { card } from '../../core/words/card'
import type { FeeLineView, MoneyView } from '../../messaging/views'
import { Amount } from '../shared/amount'
import { Button } from '../shared/button'
import { FeeTable } from '../shared/fee-table'
import { usePrice } from '../shared/prices'
import { Notice } from '../shared/status'
import { en } from '../words/en'
import { words } from './rehearsal-words'
import { Step } from './step'

const dollars = (atomic: string): MoneyView => ({ atomic, decimals: 6, symbol: 'USDC' })
const price = dollars('50000')
const lines: readonly FeeLineView[] = [
  { kind: 'content', amount: price, paidBy: 'reader', known: 'agreed', account: null },
  { kind: 'network', amount: dollars('0'), paidBy: 'seller', known: 'agreed', account: null },
]

type Stage = 'offered' | 'asked' | 'read'

/** An article to unlock before there is any money: the same steps as with a real one, and nothing behind them. The worker hears nothing of it. */
export function Rehearsal({ onDone }: { readonly onDone: () => void }) {
  const [stage, setStage] = useState<Stage>('offered')
  const prices = usePrice()
  const written = prices?.price(price) ?? ''
  return (
    <Step title={words.title} text={words.text}>
      <article class="card stack rehearsal">
        <p class="small quiet">{words.site}</p>
        <h2>{words.headline}</h2>
        <p>{words.first}</p>
        {stage === 'offered' && (
          <div class="rehearsal-offer">
            <Amount money={price} size="large" />
            <Button look="primary" onClick={() => setStage('asked')}>
              {card.unlock(written)}
            </Button>
          </div>
        )}
        {stage === 'asked' && (
          <Placed label={words.asked}>
            <Amount money={price} size="hero" exact />
            <FeeTable lines={lines} total={price} />
            <p class="small quiet">{words.practice}</p>
            <div class="actions">
              <Button onClick={() => setStage('offered')}>{en.approval.notNow}</Button>
              <Button look="primary" onClick={() => setStage('read')}>
                {en.approval.pay(written)}
              </Button>
            </div>
          </Placed>
        )}
        {stage === 'read' && (
          <Placed label={null}>
            {words.rest.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Placed>
        )}
      </article>
      <div role="status">{stage === 'read' && <Notice level="good">{words.read}</Notice>}</div>
      <div class="actions">
        {stage === 'read' ? (
          <Button look="primary" onClick={onDone}>
            {words.goOn}
          </Button>
        ) : (
          <Button look="link" onClick={onDone}>
            {words.skip}
          </Button>
        )}
      </div>
    </Step>
  )
}

/** What comes in the place of what was pressed takes the focus from it. */
function Placed({ label, children }: { readonly label: string | null; readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div class={label === null ? 'stack' : 'stack rehearsal-ask'} ref={place} tabIndex={-1}>
      {label !== null && <p>{label}</p>}
      {children}
    </div>
  )
}

import { useState } from 'preact/hooks'
import { daySteps, paymentSteps, termsInDays } from '../../core/spending/allowance-offer'
import type { AllowanceOfferView } from '../../messaging/views'
import { locale } from '../../platform/locale'
import { Button } from '../shared/button'
import { askForNotices } from '../shared/choose-notices'
import { dollarPrices } from '../shared/prices'
import { Select } from '../shared/select'
import { Fault, Notice } from '../shared/status'
import { useGuarded } from '../shared/step-up'
import { useTask } from '../shared/use-task'
import { en as words } from '../words/en'
import { Sheet, type Of } from './other-states'

interface OfferProps {
  readonly view: Of<'done'>
  readonly offer: AllowanceOfferView
  /** It was answered: yes, with the sentence that says so, or no. */
  readonly onAnswered: (allowed: boolean) => void
}

type Term = (typeof termsInDays)[number]

/** Asked once a site, after the second purchase there has arrived: whether the next ones may be paid without a question. */
export function Offer({ view, offer, onAnswered }: OfferProps) {
  const [perPayment, setPerPayment] = useState(offer.perPayment)
  const [perDay, setPerDay] = useState(offer.perDay)
  const [days, setDays] = useState<Term>(termsInDays.find((term) => term === offer.days) ?? 30)
  const [canBeTold, setCanBeTold] = useState(true)
  const adding = useGuarded('allowances.add')
  const declining = useTask('allowances.decline')
  const text = words.approval.allowance
  const prices = dollarPrices(locale())
  const show = (atomic: string): string => prices.price({ atomic, decimals: 6, symbol: 'USDC' })
  const options = (steps: readonly bigint[], least: string) =>
    steps.filter((step) => step >= BigInt(least)).map((step) => ({ value: step.toString(), label: show(step.toString()) }))
  const choose = (atomic: string) => {
    setPerPayment(atomic)
    if (BigInt(perDay) < BigInt(atomic)) setPerDay(daySteps.find((step) => step >= BigInt(atomic))?.toString() ?? perDay)
  }
  const add = () => {
    // Straight from the press: the browser asks for a permission only then. What the reader cannot be told of is not paid.
    void askForNotices().then((may) => {
      setCanBeTold(may)
      if (may) adding.run({ purchase: view.paymentId, perPayment, perDay, days }, () => onAnswered(true))
    })
  }
  const decline = () => declining.run({ purchase: view.paymentId }, () => onAnswered(false))
  const actions = (
    <>
      <Button onClick={decline}>{text.no}</Button>
      <Button look="primary" off={adding.working} onClick={add}>
        {text.yes(show(perPayment))}
      </Button>
    </>
  )
  return (
    <Sheet host={null} title={words.approval.done.delivered} actions={actions}>
      <p class="outcome outcome-delivered" role="status">
        {view.sentence}
      </p>
      <section class="allowance stack">
        <h2>{text.title(offer.site)}</h2>
        <p>{text.text}</p>
        <Select label={text.perPayment} value={perPayment} options={options(paymentSteps, '0')} onChoose={choose} />
        <Select label={text.perDay} value={perDay} options={options(daySteps, perPayment)} onChoose={setPerDay} />
        <Select label={text.days} value={days} options={termsInDays.map((term) => ({ value: term, label: text.term(term) }))} onChoose={setDays} />
        <p class="small quiet">{text.how}</p>
      </section>
      <div role="status">{!canBeTold && <Notice level="note">{text.cannotTell}</Notice>}</div>
      <Fault sentence={adding.sentence} />
      {adding.dialog}
    </Sheet>
  )
}

import { useState } from 'preact/hooks'
import { Button } from '../../shared/button'
import { Field } from '../../shared/field'
import { afterErasing } from '../../shared/pages'
import { usePrice } from '../../shared/prices'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { useView } from '../../shared/use-view'
import { Check } from '../settings/controls'
import { words } from './words'

/** Erases the wallet and everything it knows. */
export function Erase() {
  const [open, setOpen] = useState(false)
  const text = words.erase
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      <p class="small quiet">{text.text}</p>
      {open ? (
        <Confirm onLeave={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{text.begin}</Button>
        </div>
      )}
    </section>
  )
}

function Confirm({ onLeave }: { readonly onLeave: () => void }) {
  const [typed, setTyped] = useState('')
  const [evenSo, setEvenSo] = useState(false)
  const wallet = useView('wallet.read', {}, [])
  const erase = useGuarded('privacy.erase')
  const text = words.erase
  const meant = typed.trim().toLowerCase() === text.word
  return (
    <div class="stack" role="group" aria-label={text.title}>
      <Notice level="stop">
        <Purse /> {wallet.state === 'ready' && !wallet.value.backedUp && text.notBackedUp}
      </Notice>
      <Field label={text.type(text.word)} value={typed} onInput={setTyped} />
      {erase.sentence !== null && (
        <div role="alert">
          <Notice level="stop">{erase.sentence}</Notice>
        </div>
      )}
      {(erase.sentence !== null || evenSo) && <Check label={text.evenSo} text={text.evenSoText} checked={evenSo} onChange={setEvenSo} />}
      <div class="row">
        <Button off={!meant || erase.working} onClick={() => erase.run({ evenSo }, ({ left }) => location.assign(afterErasing(left)))}>
          {erase.working ? text.erasing : text.erase}
        </Button>
        <Button look="link" onClick={onLeave}>
          {text.keep}
        </Button>
      </div>
      {erase.dialog}
    </div>
  )
}

function Purse() {
  const account = useView('account.read', {}, ['account'])
  const prices = usePrice()
  const { purse, purseUnknown } = words.erase
  if (account.state !== 'ready' || account.value.balance.state !== 'known' || prices === null) return <>{purseUnknown}</>
  return <>{purse(prices.price(account.value.balance.total))}</>
}

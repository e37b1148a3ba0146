import { useState } from 'preact/hooks'
import type { PursesView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { Notice } from '../../shared/status'
import { useGuarded } from '../../shared/step-up'
import { NameForm } from './name-form'
import { words } from './words'

interface MoreProps {
  readonly view: PursesView
  readonly onChanged: () => void
}

/** The next account of the twelve words becomes a purse. */
export function Add({ view, onChanged }: MoreProps) {
  const add = useGuarded('purses.add')
  // The form begins anew with every purse.
  const { title, text, name, nameEmpty, make, making, full } = words.add
  return (
    <section class="card stack">
      <h2>{title}</h2>
      {view.purses.length >= view.most ? (
        <p>{full(view.most)}</p>
      ) : (
        <>
          <p class="small quiet">{text}</p>
          <NameForm key={view.purses.length} primary label={name} name="" empty={nameEmpty} save={add.working ? making : make} working={add.working} sentence={add.sentence} onSave={(to) => add.run({ name: to }, onChanged)} />
        </>
      )}
      {add.dialog}
    </section>
  )
}

/** After a restore: the other accounts of the twelve words are asked about, on the reader's wish only. */
export function Find({ view, onChanged }: MoreProps) {
  const find = useGuarded('purses.find')
  const [found, setFound] = useState<number | null>(null)
  const { title, unknown, searched, how, look, again, looking, found: says } = words.find
  const isUnknown = view.memory === 'unknown'
  const press = () =>
    find.run({}, (value) => {
      setFound(value.found)
      onChanged()
    })
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{isUnknown ? unknown : searched}</p>
      <p class="small quiet">{how(view.endpoint)}</p>
      <div>
        <Button look={isUnknown ? 'primary' : 'secondary'} off={find.working} onClick={press}>
          {isUnknown ? look : again}
        </Button>
      </div>
      <div role="status">
        {view.looked !== null && <p>{looking(view.looked + 1)}</p>}
        {found !== null && view.looked === null && <p>{says(found)}</p>}
        {find.sentence !== null && <Notice level="stop">{find.sentence}</Notice>}
      </div>
      {find.dialog}
    </section>
  )
}

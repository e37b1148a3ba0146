import { useState } from 'preact/hooks'
import { wallOf } from '../../core/protocols/named/conventions'
import { send } from '../../messaging/client'
import type { PageItemView, PageView } from '../../messaging/views'
import { askForSites } from '../../platform/site-access'
import { Amount } from '../shared/amount'
import { Button } from '../shared/button'
import { usePrice } from '../shared/prices'
import { Failed, Notice, Waiting } from '../shared/status'
import type { View } from '../shared/use-view'
import { en as words } from '../words/en'
import { Named } from './named'

/** What the page in front asks for. Reading it is the look itself where Farthing looks only when clicked. */
export function ThisPage({ page }: { readonly page: View<PageView> }) {
  return (
    <section class="card this-page" aria-label={words.popup.page}>
      {page.state === 'waiting' && <Waiting>{words.popup.looking}</Waiting>}
      {page.state === 'failed' && <Failed sentence={page.sentence} onRetry={page.reload} />}
      {page.state === 'ready' && <Items page={page.value} onNoted={page.reload} />}
    </section>
  )
}

function Items({ page, onNoted }: { readonly page: PageView; readonly onNoted: () => void }) {
  const [sentence, setSentence] = useState<string | null>(null)
  const open = async (item: string) => {
    const reply = await send('tab.open', { item })
    // The question has a window of its own; this one would lie in front of it.
    if (reply.ok) window.close()
    else setSentence(reply.sentence)
  }
  if (page.host === null) return <p class="quiet">{words.popup.cannotLook}</p>
  return (
    <>
      {page.items.length === 0 && wallOf(page.named) === null ? <p class="quiet">{words.popup.nothing(page.host)}</p> : <p class="small quiet">{page.host}</p>}
      {page.items.length > 0 && (
        <ul class="items">
          {page.items.map((item) => (
            <Item key={item.item} item={item} onOpen={() => void open(item.item)} onUndo={() => void send('tab.undo', { item: item.item })} />
          ))}
        </ul>
      )}
      {page.closed.length > 0 && (
        <Button look="primary" onClick={() => void askForSites(page.closed)}>
          {words.popup.allowSite}
        </Button>
      )}
      {page.tip === 'nobody' && <p class="quiet">{words.popup.nobodyToTip}</p>}
      {page.tip !== null && page.tip !== 'nobody' && <Tip tip={page.tip} onFault={setSentence} />}
      <Named page={page} onNoted={onNoted} />
      {sentence !== null && (
        <div role="alert">
          <Notice level="care">{sentence}</Notice>
        </div>
      )}
    </>
  )
}

/** Asked for by the page, and never pressed upon the reader: a quiet line, and the place is asked for prices only after a press. */
function Tip({ tip, onFault }: { readonly tip: Exclude<PageView['tip'], 'nobody' | null>; readonly onFault: (sentence: string) => void }) {
  const open = async () => {
    if (tip.closed !== null) await askForSites([tip.closed])
    const reply = await send('tab.tip', {})
    if (reply.ok) window.close()
    else onFault(reply.sentence)
  }
  const name = words.popup.tip(tip.title)
  return (
    <div class="tip-line">
      <Button label={`${name}. ${tip.host === null ? words.popup.tipAccount : words.popup.tipLabel(tip.host)}`} onClick={() => void open()}>
        {name}
      </Button>
    </div>
  )
}

function Item({ item, onOpen, onUndo }: { readonly item: PageItemView; readonly onOpen: () => void; readonly onUndo: () => void }) {
  const prices = usePrice()
  const action = actionOf(item)
  const label = item.price === null || prices === null ? action : `${action ?? ''} ${words.popup.forPrice(prices.price(item.price))}`
  return (
    <li class="item">
      <p class="item-title">{item.title}</p>
      {item.sentence !== null && <p class="small quiet">{item.sentence}</p>}
      <div class="item-offer">
        {item.state === 'loading' && <Waiting>{words.popup.lookingUp}</Waiting>}
        {item.state === 'working' && item.sentence === null && <Waiting>{words.popup.working}</Waiting>}
        {item.price !== null && <Amount money={item.price} size="large" />}
        {item.undo && (
          <Button look="primary" label={`${words.popup.stop}: ${item.title}`} onClick={onUndo}>
            {words.popup.stop}
          </Button>
        )}
        {action !== null && (
          <Button look={item.state === 'offer' ? 'primary' : 'secondary'} label={`${label ?? action}: ${item.title}`} onClick={onOpen}>
            {action}
          </Button>
        )}
      </div>
    </li>
  )
}

function actionOf({ state }: PageItemView): string | null {
  if (state === 'owned') return words.popup.openAgain
  return state === 'offer' ? words.popup.unlock : null
}

import { useState } from 'preact/hooks'
import type { KnownSiteView } from '../../../messaging/views'
import { Button } from '../../shared/button'
import { writeDay } from '../../shared/dates'
import { Field } from '../../shared/field'
import { Forget } from './forget'
import { words } from './words'

/** How many are shown before the reader asks for all. */
const first = 12

/** Every site that is written down anywhere. */
export function Sites({ sites }: { readonly sites: readonly KnownSiteView[] }) {
  const [wanted, setWanted] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const text = words.sites
  const found = sites.filter(({ site }) => site.includes(wanted.trim().toLowerCase()))
  const shown = all || wanted !== '' ? found : found.slice(0, first)
  return (
    <section class="card stack">
      <h2>{text.title}</h2>
      {sites.length === 0 && <p class="quiet">{text.empty}</p>}
      {sites.length > first && <Field label={text.find} value={wanted} onInput={setWanted} />}
      {sites.length > 0 && found.length === 0 && <p class="quiet" role="status">{text.none}</p>}
      <ul class="sites">
        {shown.map((site) => (
          <li key={site.site}>
            <span class="site-answer">
              <strong>
                <bdi>{site.site}</bdi>
              </strong>
              <span class="small quiet">{written(site)}</span>
            </span>
            {open !== site.site && (
              <Button label={text.forgetLabel(site.site)} onClick={() => setOpen(site.site)}>
                {text.forget}
              </Button>
            )}
            {open === site.site && (
              <Forget
                scope={{ kind: 'site', site: site.site }}
                label={text.forgetLabel(site.site)}
                onDone={({ payments }) => {
                  setOpen(null)
                  setDone(words.forget.done(payments))
                }}
                onLeave={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="status" class="small">{done}</p>
      {shown.length < found.length && (
        <div>
          <Button onClick={() => setAll(true)}>{text.more(found.length)}</Button>
        </div>
      )}
    </section>
  )
}

function written({ payments, tipped, firstAt, lastAt }: KnownSiteView): string {
  const { payments: count, tipped: tips, noted, between } = words.sites
  const what = [count(payments), tipped ? tips : ''].filter((part) => part !== '')
  const when = firstAt === null || lastAt === null ? [] : [between(writeDay(firstAt), writeDay(lastAt))]
  return [...(what.length === 0 ? [noted] : what), ...when].join(' · ')
}

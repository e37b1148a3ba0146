import type { TextId } from '../../../core/policy/documents'
import { compareLines, headingOf, inLanguage, isHeading, readText, type PolicyText } from '../../../core/policy/text'
import { speech } from '../../../core/words/speakable'
import type { PolicyTextView } from '../../../messaging/views'
import { writeDay } from '../../shared/dates'
import { Notice, Waiting } from '../../shared/status'
import { useView } from '../../shared/use-view'
import { Page } from '../page'
import { hrefOf } from '../route'
import { bundled, bundledVersion } from './bundled'
import { PromiseList } from './promises-view'
import { words } from './words'

const text = words.texts
const dayOf = (version: string): string => writeDay(Date.parse(`${version}T12:00Z`))

/** A text as it holds for this reader, and before it the one that waits for a yes, with what is other in it. It needs no network. */
export function TextPage({ id, language }: { readonly id: TextId; readonly language: string }) {
  const view = useView('policy.texts', {}, ['policy'])
  if (view.state === 'waiting') return <Page title={bundled[id].title}><Waiting /></Page>
  // What cannot be asked for does not take away what the wallet came with.
  const own = view.state === 'ready' ? view.value.filter((one) => one.id === id) : []
  const held = inLanguage(own.filter(({ isOffered }) => !isOffered), id, language)
  const offered = inLanguage(own.filter(({ isOffered }) => isOffered), id, language)
  const agreed = bodyOf(held)
  const lines = agreed?.lines ?? bundled[id].lines
  return (
    <Page title={agreed?.title ?? bundled[id].title}>
      <p>
        <a href={hrefOf('policy')}>{words.back}</a>
      </p>
      {offered !== undefined && <Offered offered={offered} before={beforeOf(own, offered)} />}
      {held !== undefined && agreed === null && <Notice level="care">{text.missing(dayOf(held.version))}</Notice>}
      {agreed === null && id === 'promises' ? (
        <PromiseList />
      ) : (
        <section class="card stack" lang={agreed === null ? ownTag() : held?.lang} dir="auto">
          {lines.map((line) => (isHeading(line) ? <h2 key={line}>{headingOf(line)}</h2> : <p key={line}>{line}</p>))}
        </section>
      )}
      <Others id={id} languages={new Set(own.map(({ lang }) => lang))} />
      <p class="small quiet">{words.of(dayOf(agreed === null ? bundledVersion : (held?.version ?? bundledVersion)))}</p>
    </Page>
  )
}

function Offered({ offered, before }: { readonly offered: PolicyTextView; readonly before: readonly string[] }) {
  const after = bodyOf(offered)?.lines ?? []
  const compared = before.length === 0 ? after.map((line) => ({ what: 'same' as const, line })) : compareLines(before, after)
  return (
    <section class="card stack" aria-labelledby="offered">
      <h2 id="offered">{text.waits}</h2>
      <p>
        {text.until(dayOf(offered.version))} <a href={hrefOf('policy')}>{text.answer}</a>
      </p>
      <div class="stack compared" lang={offered.lang} dir="auto">
        {compared.map(({ what, line }, at) => {
          if (what === 'same') return isHeading(line) ? <h3 key={at}>{headingOf(line)}</h3> : <p key={at}>{line}</p>
          const Mark = what === 'out' ? 'del' : 'ins'
          return (
            <p key={at}>
              <span class="small quiet">{text[what]}</span>
              <Mark>{isHeading(line) ? headingOf(line) : line}</Mark>
            </p>
          )
        })}
      </div>
    </section>
  )
}

function Others({ id, languages }: { readonly id: TextId; readonly languages: ReadonlySet<string> }) {
  if ([...languages].every((lang) => lang === 'en')) return null
  return (
    <p class="small row">
      {text.others}
      {[...new Set(['en', ...languages])].map((lang) => (
        <a key={lang} href={hrefOf('policy', id, lang)} lang={lang}>
          {new Intl.DisplayNames([lang], { type: 'language' }).of(lang)}
        </a>
      ))}
    </p>
  )
}

/** What the wallet came with is in the language that is spoken. */
const ownTag = (): string => speech()?.tag ?? 'en'

const bodyOf = (view: PolicyTextView | undefined): PolicyText | null => (view === undefined || view.body === null ? null : readText(view.body))

/** What holds in the language of what is offered; nothing where there is none, which is shown whole then. */
function beforeOf(own: readonly PolicyTextView[], { id, lang }: PolicyTextView): readonly string[] {
  const agreed = bodyOf(own.find((one) => !one.isOffered && one.lang === lang))
  return agreed?.lines ?? (lang === ownTag() ? bundled[id].lines : [])
}

import type { ComponentChildren } from 'preact'
import type { DisputeDetail } from '../../../messaging/dispute-views'
import { writeFullDay, writeStamp } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { words } from './words'

/** A dispute on paper: for a seller, or somebody outside. */
export function PrintedDispute({ dispute }: { readonly dispute: DisputeDetail }) {
  const text = words.print
  const prices = usePrice()
  const { detail } = words
  return (
    <article class="paper">
      <header class="paper-head">
        <p class="paper-name">Farthing</p>
        <h1>{text.title}</h1>
      </header>
      <dl class="paper-facts">
        <Fact term={text.seller}>{dispute.host}</Fact>
        <Fact term={text.piece}>
          <bdi>{dispute.title}</bdi>
        </Fact>
        <Fact term={text.problem}>{words.problems[dispute.problem].label}</Fact>
        <Fact term={text.state}>
          {dispute.status}. {dispute.sentence}
        </Fact>
        <Fact term={detail.asked}>{prices?.exact(dispute.asked)}</Fact>
        <Fact term={detail.back}>{dispute.back === null ? detail.none : prices?.exact(dispute.back)}</Fact>
        {dispute.words !== '' && <Fact term={detail.request.words}>{dispute.words}</Fact>}
        {dispute.answer !== null && <Fact term={detail.answer}>{dispute.answer.said}</Fact>}
        {dispute.answer !== null && <Fact term={detail.checked}>{dispute.answer.checked}</Fact>}
        {!dispute.isIntact && <Fact term={detail.log}>{detail.broken}</Fact>}
      </dl>
      <h2>{detail.log}</h2>
      <dl class="paper-facts">
        {dispute.log.map(({ at, sentence }, step) => (
          <Fact key={step} term={writeStamp(at)}>
            {sentence}
          </Fact>
        ))}
      </dl>
      <h2>{detail.request.whole}</h2>
      <pre class="verbatim">{dispute.way === 'letter' ? dispute.letter : dispute.request}</pre>
      <p class="paper-foot">{text.made(writeFullDay(Date.now()))}</p>
    </article>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

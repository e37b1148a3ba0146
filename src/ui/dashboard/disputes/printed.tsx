import type { DisputeDetail } from '../../../messaging/dispute-views'
import { writeFullDay, writeStamp } from '../../shared/dates'
import { usePrice } from '../../shared/prices'
import { PaperFact } from '../../shared/paper-fact'
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
        <PaperFact term={text.seller}>{dispute.host}</PaperFact>
        <PaperFact term={text.piece}>
          <bdi>{dispute.title}</bdi>
        </PaperFact>
        <PaperFact term={text.problem}>{words.problems[dispute.problem].label}</PaperFact>
        <PaperFact term={text.state}>
          {dispute.status}. {dispute.sentence}
        </PaperFact>
        <PaperFact term={detail.asked}>{prices?.exact(dispute.asked)}</PaperFact>
        <PaperFact term={detail.back}>{dispute.back === null ? detail.none : prices?.exact(dispute.back)}</PaperFact>
        {dispute.words !== '' && <PaperFact term={detail.request.words}>{dispute.words}</PaperFact>}
        {dispute.answer !== null && <PaperFact term={detail.answer}>{dispute.answer.said}</PaperFact>}
        {dispute.answer !== null && <PaperFact term={detail.checked}>{dispute.answer.checked}</PaperFact>}
        {!dispute.isIntact && <PaperFact term={detail.log}>{detail.broken}</PaperFact>}
      </dl>
      <h2>{detail.log}</h2>
      <dl class="paper-facts">
        {dispute.log.map(({ at, sentence }, step) => (
          <PaperFact key={step} term={writeStamp(at)}>
            {sentence}
          </PaperFact>
        ))}
      </dl>
      <h2>{detail.request.whole}</h2>
      <pre class="verbatim" dir="auto">{dispute.way === 'letter' ? dispute.letter : dispute.request}</pre>
      <p class="paper-foot">{text.made(writeFullDay(Date.now()))}</p>
    </article>
  )
}

import type { DisputeDetail } from '../../../messaging/dispute-views'
import { writeList } from '../../shared/lists'
import { webAddress } from '../history/web-address'
import { Verbatim } from './verbatim'
import { words } from './words'

/** What was asked, to the letter, and what the seller had promised: folded away. */
export function RequestSent({ dispute }: { readonly dispute: DisputeDetail }) {
  const text = words.detail.request
  const policy = webAddress(dispute.terms.policyUrl)
  return (
    <details class="card">
      <summary>{text.title}</summary>
      <div class="stack request-sent">
        {dispute.words !== '' && (
          <div>
            <h3>{text.words}</h3>
            <p class="own-words" dir="auto">{dispute.words}</p>
          </div>
        )}
        <div>
          <h3>{text.shown}</h3>
          <p>{dispute.shared.length === 0 ? text.nothing : writeList(dispute.shared.map((item) => words.evidence[item]))}</p>
        </div>
        <div>
          <h3>{words.detail.terms}</h3>
          <p>{dispute.terms.sentence}</p>
          {policy !== null && (
            <a href={policy} target="_blank" rel="noreferrer">
              {words.detail.policy(new URL(policy).host)}
            </a>
          )}
        </div>
        <div>
          <h3>{text.whole}</h3>
          <Verbatim label={text.whole} text={dispute.request} />
        </div>
      </div>
    </details>
  )
}

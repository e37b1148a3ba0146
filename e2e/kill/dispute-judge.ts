import { words, type DisputeAftermath } from './dispute-run'

/** What may never be, whatever went wrong: each row says in words what was found. */
type Law = (aftermath: DisputeAftermath) => readonly string[]

const when = (broken: boolean, sentence: string): readonly string[] => (broken ? [sentence] : [])

const oneDispute: Law = ({ disputes, wasTold }) => [
  ...when(disputes.length > 1, `the wallet has ${disputes.length} disputes about one payment`),
  ...when(disputes.length === 0, wasTold ? 'what was said to be filed is lost' : 'nothing can be filed any more'),
]

const intact: Law = ({ disputes }) => disputes.flatMap(({ isIntact }) => when(!isIntact, 'the chain of the log is broken'))

/** The seller has it, as one request, in the reader's words. */
const receivedOnce: Law = ({ seller, disputes }) => {
  const [request, ...others] = seller.requests
  if (request === undefined) return ['the seller never got it']
  return [
    ...when(others.length > 0, `the seller has ${seller.requests.length} requests`),
    ...when(request.words !== words.asked, `the seller read “${request.words}”`),
    ...disputes.flatMap((one) => when(JSON.stringify(JSON.parse(one.request)) !== JSON.stringify(JSON.parse(request.body)), 'the seller has another request than the wallet shows')),
  ]
}

/** Where the wallet hears no answer it asks before it sends again; only what went on by itself while a worker died can come twice. */
const newOnce: Law = ({ seller, plan }) => {
  const onItsOwn = plan.blows.filter(({ target, wireGoesOn }) => wireGoesOn && (target === 'worker' || target === 'browser')).length
  return seller.requests.flatMap(({ posts, reminders }) => when(posts - reminders > 1 + onItsOwn, `the request came ${posts - reminders} times`))
}

const toldOfIt: Law = ({ plan, disputes }) => {
  const states = { file: ['acknowledged'], remind: ['acknowledged'], counter: ['countered', 'acknowledged'] }[plan.act]
  return disputes.flatMap(({ state }) => when(!states.includes(state), `long afterwards it is ${state}`))
}

const reminded: Law = ({ plan, seller }) => {
  const reminders = seller.requests[0]?.reminders ?? 0
  if (plan.act !== 'remind') return when(reminders > 0, 'the seller was reminded before its time')
  return [...when(reminders === 0, 'the seller was not reminded'), ...when(reminders > 1 + plan.blows.length, `the seller was reminded ${reminders} times`)]
}

const countered: Law = ({ plan, seller }) => (plan.act === 'counter' ? when(seller.requests[0]?.counter !== words.counter, 'the seller never got the answer to its no') : [])

const laws: readonly Law[] = [oneDispute, intact, receivedOnce, newOnce, toldOfIt, reminded, countered]

/** Judges a run by what the seller has and by what the reader is shown. Empty: all is well. */
export const judgeDispute = (aftermath: DisputeAftermath): readonly string[] => laws.flatMap((law) => law(aftermath))

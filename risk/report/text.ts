import { histories, type Costs } from '../../bench/risk/cost'
import { featureNames } from '../../src/core/risk/features'
import { defaultLimits } from '../../src/core/spending/limits'
import { developed, families, frozen } from '../simulator/attacks/families'
import { inDollars } from '../simulator/money'
import { parameters, personas, widerBy, type Persona } from '../simulator/parameters'
import { boosting, budgets, seeds } from '../trainer/recipe'
import { earlyPayments } from '../evaluation/outcome'
import { quantile } from '../evaluation/summary'
import { lookAlikes } from '../evaluation/look-alikes'
import type { Line, Measured } from './measure'
import { between, dollars, percent, table } from './table'

const share = (part: number): string => percent(part, 2)
const cents = (sum: number): string => dollars(sum, 3)
const lineOf = (all: readonly Line[], name: string): Line => {
  const line = all.find((one) => one.name === name)
  if (line === undefined) throw new Error(`no line for ${name}`)
  return line
}

/** What docs/RISK.md says, from what was measured. @param machine on which a payment costs that much */
export function text(measured: Measured, costs: Costs, machine: string): string {
  const parts = [head(measured), headline(measured), honestLimits(), method(measured), detectors(measured), byFamily(measured), standsBefore(), byGuard(measured), budgetCurve(measured), realNames(), alarms(measured), checks(measured), adversary(measured), cost(costs, machine), simulator(), again(measured)]
  return `${parts.join('\n\n')}\n`
}

const head = ({ sizes }: Measured): string => `# What the watch learns, and what that is worth

Written by \`npm run risk:report\` from ${sizes.test} simulated test wallets: ${sizes.honest.toLocaleString('en')} honest payments in ${parameters.days.value} days each, and ${sizes.incidents.toLocaleString('en')} incidents of ${families.length} kinds. Whatever the numbers are, they stand here.

**No labelled micropayment fraud data exist publicly; numbers come from our simulator; detection of real fraud is unproven.** They compare detectors with one another, and show where each is blind. They do not say how much fraud there is, nor how much of it is found.`

function headline({ detectors: lines, leftOut, frozenOnly, families: kinds }: Measured): string {
  const [whole, guards] = [lineOf(lines, 'guards and model'), lineOf(lines, 'guards')]
  const row = (name: string, value: string, interval: string, aim: string): readonly string[] => [name, value, interval, aim]
  return `## In short

What the wallet does: the guards (\`core/risk/guards.ts\`), and beside them the model (\`core/risk/model.ts\`).

${table(
  ['', 'measured', '95 % interval', 'aim'],
  [
    row('incidents with a flag before they end', percent(whole.recall, 1), between(whole.intervals.recall, (one) => percent(one, 1)), '90 %'),
    row('the same, with a model that has never seen the kind of attack', percent(leftOut.recall, 1), between(leftOut.intervals.recall, (one) => percent(one, 1)), '75 %'),
    row(`the same, of the ${frozen.length} kinds that nothing was ever fitted to`, percent(frozenOnly.recall, 1), between(frozenOnly.intervals.recall, (one) => percent(one, 1)), ''),
    row('honest payments that are flagged', share(whole.flagged), between(whole.intervals.flagged, share), '0.20 %'),
    row('alarms in a month of a reader', whole.alarmsAMonth.toFixed(2), between(whole.intervals.alarmsAMonth, (one) => one.toFixed(2)), ''),
    row('lost before the first flag, median of all incidents', cents(whole.medianLost), between(whole.intervals.medianLost, cents), '$0.100'),
    row('lost before the first flag, one incident in ten loses more', dollars(whole.p90Lost), between(whole.intervals.p90Lost, dollars), ''),
    row('of the money at stake, lost before the first flag', percent(whole.lostShare, 1), between(whole.intervals.lostShare, (one) => percent(one, 1)), ''),
  ],
)}

An incident that is never flagged loses all it takes, and counts so. Intervals are drawn over wallets. Where a number misses its aim, the aim was not moved.

The guards by themselves flag ${share(guards.flagged)} of honest payments and find ${percent(guards.recall, 1)} of incidents; the model adds ${share(whole.flagged - guards.flagged)} and ${percent(whole.recall - guards.recall, 1)}. ${blindTo(kinds.filter(({ product }) => product < 1 / 3))} What limits their loss is the limits, and what the simulator does not play: the token refuses the same purchase twice, and more than a dollar to somebody new takes a fresh proof.`
}

/** The kinds that are found least. */
const blindTo = (kinds: Measured['families']): string =>
  kinds.length === 0 ? 'Of each kind of attack more than one in three is found.' : `Of these kinds of attack less than one in three is found: ${kinds.map(({ family, product }) => `${family} (${percent(product)})`).join(', ')}.`

const honestLimits = (): string => `## What these numbers cannot say

- Readers, sellers and attackers are ours. Most of their numbers are assumed, and marked so below. An attack that we did not think of is not among them.
- Guards, rules and features were written by people who know the ${developed.length} kinds of attack in development. Leaving a kind out of training does not take it out of their heads. The ${frozen.length} frozen kinds were written down before, and were first looked at with everything else fixed.
- An incident ends with its first flag: the reader is taken to understand it, to say no to a fraud, and to say that an honest payment is fine. Real readers get used to questions.
- A price limits what a flag can save: the first charge of most attacks looks like any other payment.
- A payment above a dollar to somebody new takes a fresh proof in any case; that is no flag here.
- The simulator plays payments only. Guards that look at what a page asks (bought already, two dialects, a false signature, no encryption, a list of known frauds) have no part in it; neither has the token, which refuses the same purchase twice.`

const method = ({ sizes }: Measured): string => `## How it is done

**Features.** ${featureNames.length} numbers of a payment, from what the watch keeps anyway and nothing later (\`core/risk/features.ts\`). The hour of the day is not among them. A pass is not compared with the prices of single pieces; a tip, whose amount is the reader's own, is left to the guards.

**Model.** ${boosting.trees} gradient-boosted trees of depth ${boosting.depth}, logistic loss, learned from ${sizes.training} wallets. Features may move the score only one way where the other makes no sense (a higher price never looks better). It learns from what the guards let pass, for that is where it has to decide. Rules of thumb (\`core/risk/rules.ts\`) stand beside it. Each is turned into a tail, the share of honest payments that score as high, by a table of 256 points; the greater tail counts.

**Thresholds.** From ${sizes.clean} other wallets that nobody attacks, and from nothing else: the model may ask about ${percent(budgets.ask, 2)} of their payments, and tell about ${percent(budgets.notice, 2)}. What is told about is not paid under an allowance: that counts as flagged here.

**Test.** Wallets of a third world whose readers differ more (all ranges times ${widerBy}). Each lives once without an attack. Each attack is then played on a copy of that life, beside what its reader honestly pays, with the default limits on. What was flagged does not move what is taken for usual, unless the reader says that it is fine; that holds for the same site, account and price for 30 days.

**Order of work.** Rules, features and sizes were chosen with a fourth world of its own and the ${developed.length} kinds in development. The test world was run when that was done. One thing about honest sellers was set after a look at its outcome there: how many offer a pass and no piece beside it was first assumed to be 10 %, with which the guards flagged 0.31 % of honest payments, and is 3 % now, because the format that this project has written for passes puts them beside the piece.

Later, and with the outcome of all kinds known, what the wallet does under an allowance came into the simulator (nothing is paid without a question that the reader has not opened), a guard that asks before something costs more there than ever, far above everything became three times what is usual as well, and the same name is asked about within five minutes only, and told within the hour. The second was made for *all that is allowed*, which is not frozen any more; *every press costs*, which was written down in its place before its outcome was looked at, is. How many honest pages come by themselves (${percent(parameters.comesByItself.value)} of sellers) is assumed.`

function detectors({ detectors: lines, ranking, attackShare }: Measured): string {
  const rows = lines.map((line) => [
    line.name,
    percent(line.recall, 1),
    between(line.intervals.recall, (one) => percent(one, 1)),
    percent(line.familyRecall, 1),
    share(line.flagged),
    line.alarmsAMonth.toFixed(2),
    percent(line.lostShare),
    cents(line.medianLost),
    dollars(line.p90Lost),
  ])
  return `## Beside simpler detectors

All in one run. Those that stand alone have the same budget: ${percent(budgets.alone, 2)} of honest payments of wallets that nobody attacks. "Trees" is a model that learned from everything, because it has no guards before it.

${table(['', 'incidents', '95 %', 'mean of kinds', 'honest flagged', 'alarms a month', 'money lost', 'median lost', 'p90 lost'], rows)}

Charge by charge, wherever the threshold is; a charge is ${percent(attackShare, 1)} of all payments here, which is what chance reaches in the second column:

${table(['', 'ROC area', 'average precision'], ranking.map(({ name, area, precision }) => [name, area.toFixed(3), percent(precision, 1)]))}`
}

function byFamily({ families: lines }: Measured): string {
  const rows = lines.map((one) => [
    one.frozen ? `${one.family} (frozen)` : one.family,
    String(one.incidents),
    percent(one.limits),
    percent(one.guards),
    percent(one.trees),
    percent(one.product),
    percent(one.leftOut),
    cents(one.medianLost),
    dollars(one.p90Lost),
    cents(one.medianAtStake),
  ])
  return `## Kind by kind

Share of incidents with a flag before they end. "Left out": by guards and a model that has not seen this kind.

${table(['', 'incidents', 'limits', 'guards', 'trees', 'guards and model', 'left out', 'median lost', 'p90 lost', 'median at stake'], rows)}`
}

const standsBefore = (): string => `## What stands before an attack, and is not played

The simulator knows payments, one after the other, and who opened the page. What else the wallet asks for before it pays is left out of every number here, where it would stop an attack as where it would ask of an honest reader:

- **Under an allowance** it is told outside the page before anything is paid, and five seconds pass in which it can be stopped; the page has to be in the tab in front, and opened less than half a minute ago (\`background/payment/unasked-payments.ts\`). Of all that only one thing is played: what comes by itself, where the browser says that no hand of the reader's has opened it, is a question, and says why. The first charge of each attack comes with a page that the reader has opened.
- **All that is allowed** stays within what the reader has agreed to in advance. A price above all before it is asked about; where the highest was near that sum already, the answer is the sum a day.
- **Every press costs** is a site that has each of its pages paid: every one of them was opened by the reader, at the usual price. What limits it is the sum a day, and that each is told of.
- **Double charge** by an address that was paid before is refused by the token, and said by the wallet. Here it always comes by another address. Where it has no name of its own, or every piece has the same, it is a reader who turns two pages.
- **Dear at first sight**: above a dollar it takes a fresh proof. Up to there a new site that is dear is a site that is dear: asking from a dollar on, and not a dollar and a half, found 0.9 % more of all incidents in development, and flagged 0.06 % more of honest payments.
- **Price tripled** and **price creep**, where they are not found, stay within what the site asked before: below its second price, among prices that vary, or rising for a few visits.
- **Called a pass** is found by what is offered beside it, which the simulator plays since a guard looks at it: no other kind is found by that. Whoever offers a piece at its usual price as well sells what the reader chooses. The share of honest sellers with a pass alone is assumed; were it 10 % and not 3 %, 0.07 % more of honest payments were flagged in development.`

function byGuard({ guards }: Measured): string {
  const rows = guards.map(({ guard, flagged, flaggedAlone, found, foundAlone }) => [guard, percent(flagged, 3), percent(flaggedAlone, 3), percent(found, 1), percent(foundAlone, 1)])
  return `## Guard by guard

"Alone": what no other guard flags, which is what would be spared, and what would be missed, without it.

${table(['', 'honest flagged', 'alone', 'incidents found', 'alone'], rows)}`
}

function realNames(): string {
  const { disguises, honest, known } = lookAlikes()
  return `## Look-alikes, on names that exist

The one part that needs no simulator. Each name of \`top-sites\` with five letters or more is written as imitators do, and held against the true one:

${table(['disguise', 'made', 'known for one'], disguises.map(({ kind, made, found }) => [kind, String(made), percent(found, 1)]))}

Honest sites, held against ${known} that a reader knows. Sisters of a known one, the same name with another ending, are left out: nobody can tell who owns them.

${table(['honest sites', 'sites', 'taken for another'], honest.map(({ of, sites, alarms: part }) => [of, String(sites), percent(part, 2)]))}`
}

const budgetCurve = ({ curve }: Measured): string => `## What more questions would buy

The same model with other budgets, one threshold for all payments.

${table(['budget of the model', 'incidents', 'honest flagged', 'median lost'], curve.map(({ budget, recall, flagged, medianLost }) => [budget === 0 ? 'guards only' : percent(budget, 2), percent(recall, 1), share(flagged), cents(medianLost)]))}`

function alarms({ detectors: lines, alarmsByReason, alarmsByPersona, tips }: Measured): string {
  const whole = lineOf(lines, 'guards and model')
  const sorted = [...alarmsByReason].sort(([, one], [, other]) => other - one)
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  return `## False alarms

Of the first ${earlyPayments} payments of a wallet, when little is known yet, ${share(whole.earlyFlagged)} are flagged (95 %: ${between(whole.intervals.earlyFlagged, share)}).

${table(['why', 'of all reasons'], sorted.map(([reason, count]) => [reason, percent(count / total)]))}

${table(['reader', 'honest payments flagged'], [...alarmsByPersona].map(([persona, part]) => [persona, share(part)]))}

Tips are ${percent(tips.share, 1)} of the payments. In these numbers the guards about prices, and the model, say nothing of them. Did those guards, ${share(tips.flaggedMore)} more of all honest payments would be flagged.`
}

function checks({ shuffled, ablations, detectors: lines }: Measured): string {
  const whole = lineOf(lines, 'guards and model')
  const rows = [{ ...whole, name: 'nothing' }, ...ablations].map(({ name, recall, flagged }) => [name, percent(recall, 1), share(flagged)])
  return `## Checks

With labels dealt out anew before training the ROC area on the test is ${shuffled.toFixed(3)}, where chance is 0.5 (mean of three deals, trained without directions, which know what an attack looks like whatever the labels say).

What is found without a part of the features, thresholds made anew. "Whether it was asked" can be feigned by somebody who makes the reader press:

${table(['without', 'incidents', 'honest flagged'], rows)}`
}

function adversary({ adversary: taken }: Measured): string {
  const rows = [...taken].map(([name, all]) => {
    const sums = all.map(({ dollars: sum }) => sum)
    return [name, String(all.length), dollars(quantile(sums, 0.5)), dollars(quantile(sums, 0.9)), dollars(Math.max(...sums)), String(quantile(all.map(({ payments }) => payments), 0.5))]
  })
  return `## Somebody who knows everything

Knows guards, model, thresholds and what the wallet keeps, and takes at each step the most that is not flagged, at the best of five paces, for a day. The limits (${dollars(inDollars(defaultLimits.siteDay))} a site and day, ${dollars(inDollars(defaultLimits.day))} a day, ${dollars(inDollars(defaultLimits.month))} a month) hold; every payment but those under an allowance takes the reader's press, and none is above a dollar to somebody new, which takes a fresh proof (\`background/step-up/stakes.ts\`). A cleverer plan may take more, never more than the limits.

${table(['', 'wallets', 'median', 'p90', 'most', 'payments, median'], rows)}

So the watch is no ceiling: the limits are.`
}

function cost({ lines, kept }: Costs, machine: string): string {
  const after = histories.map((payments) => `after ${payments.toLocaleString('en')} payments`)
  return `## What a payment costs

Microseconds, median (${machine}); no work grows with the history.

${table(['', ...after], [...lines.map(({ name, microseconds }) => [name, ...microseconds.map((one) => one.toFixed(0))]), ['bytes kept of all payments', ...kept.map(({ walletBytes }) => walletBytes.toLocaleString('en'))], ['bytes kept of a site', ...kept.map(({ siteBytes }) => siteBytes.toLocaleString('en'))]])}`
}

function simulator(): string {
  const show = (value: unknown): string => JSON.stringify(value).replaceAll('"', '').replaceAll(',', ', ').replaceAll(':', ': ')
  const range = ([low, high]: readonly [number, number]): string => `${low} to ${high}`
  const traits = Object.keys(personas[0] ?? {}).filter((name) => name !== 'name' && name !== 'weight') as Exclude<keyof Persona, 'name' | 'weight'>[]
  return `## The simulated world

${table(['', 'value', 'unit', 'source'], Object.entries(parameters).map(([name, { value, unit, source }]) => [name, show(value), unit, source]))}

Readers, all numbers assumed: sessions a day; payments a session; median seconds between them; sites they come back to; chances that a payment goes to a new site, that a session stays on its site, that a payment is a tip, or a pass, that a site gets an allowance, that a site is metered.

${table(['', 'share', ...traits], personas.map((persona) => [persona.name, percent(persona.weight), ...traits.map((trait) => range(persona[trait]))]))}

Attacks, all numbers assumed:

${families.map(({ name, about, frozen: isFrozen }) => `- **${name}**${isFrozen ? ' (frozen)' : ''}: ${about}.`).join('\n')}`
}

const again = ({ sha256, bytes, thresholds }: Measured): string => `## Again

\`npm run risk:train\` writes \`src/core/risk/model.json\`, \`npm run risk:report\` this page; the same bytes every time (seeds ${Object.values(seeds).join(', ')}). \`RISK_SIZE=0.1\` before either is a quick look, and writes nothing. \`npm run bench:risk\` measures what a payment costs.

Model: ${bytes.toLocaleString('en')} bytes, thresholds ${thresholds.notice} (told) and ${thresholds.ask} (asked) as -log10 of the tail, SHA-256 \`${sha256}\`, pinned in \`src/core/risk/model.test.ts\`.`

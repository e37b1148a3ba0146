import * as v from 'valibot'
import { toChecksumAddress } from '../core/authorization/address'
import { checkReceipt, receiptsSchema, type ReceiptCheck, type ReceiptRecord } from '../core/export/receipts'
import { formatToken } from '../core/money'
import { findNetwork } from '../core/networks/networks'
import { verifier } from '../vault/signatures/verifier'
import type { receiptsPage } from './words'

export type Words = typeof receiptsPage

type Mark = 'good' | 'care' | 'stop' | 'none'

/** Told apart by shape as well as by colour. */
const signs: Readonly<Record<Mark, string>> = { good: '✓', care: '?', stop: '✕', none: '–' }
const marks: Readonly<Record<ReceiptCheck[keyof ReceiptCheck], Mark>> = { payer: 'good', seller: 'good', stranger: 'care', false: 'stop', differs: 'stop', none: 'none' }

/** Checks the payments in a text and writes down what holds. Texts from it are only ever set as text. */
export function writePage(root: HTMLElement, text: string, words: Words): void {
  const read = readReceipts(text)
  root.append(element('h1', words.title), element('p', words.intro))
  if (read === null) {
    root.append(element('p', words.broken, 'summary stop'))
    return
  }
  const checked = read.map((record) => ({ record, check: checkReceipt(record, verifier) }))
  const good = checked.filter(({ check }) => holds(check)).length
  root.append(element('p', read.length === 0 ? words.none : counted(good, read.length, words), `summary ${good === read.length ? 'good' : 'stop'}`))
  for (const { record, check } of checked) root.append(section(record, check, words))
}

function counted(good: number, all: number, { count }: Words): string {
  if (all === 1) return good === 1 ? count.holds : count.doesNot
  return filled(count.many, { all: String(all), good: String(good) })
}

/** Between right-to-left words what is filled in keeps its own direction (Unicode's isolates). */
function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  const [start, end] = document.documentElement.dir === 'rtl' ? ['\u2068', '\u2069'] : ['', '']
  return sentence.replaceAll(/\{(\w+)\}/g, (name, key: string) => (key in values ? `${start}${values[key] ?? ''}${end}` : name))
}

/** Digits of one kind in the whole file; without a language, as whoever opens it writes. */
const localeOf = (lang: string): string | undefined => (lang === '' || lang === 'en' ? undefined : lang === 'ar' ? 'ar-u-nu-latn' : lang)

/** False only where something in it is not true; what is not there is no falsehood. */
const holds = ({ authorization, offer, receipt }: ReceiptCheck): boolean => authorization !== 'false' && offer !== 'differs' && receipt !== 'differs'

function readReceipts(text: string): readonly ReceiptRecord[] | null {
  try {
    const read = v.safeParse(receiptsSchema, JSON.parse(text))
    return read.success ? read.output.receipts : null
  } catch {
    return null
  }
}

function section(record: ReceiptRecord, check: ReceiptCheck, words: Words): HTMLElement {
  const network = findNetwork(record.network)
  const written = (atomic: string): string => (network === undefined ? atomic : formatToken(BigInt(atomic), network.token))
  const out = element('section', '')
  out.append(
    element('h2', record.title),
    element('p', filled(words.payment, { amount: written(record.amount), payTo: toChecksumAddress(record.payTo) }), 'amount'),
    element('p', filled(words.on, { day: new Date(record.agreedAt).toLocaleString(localeOf(document.documentElement.lang)), network: network?.label ?? record.network }), 'quiet'),
    list([
      line(marks[check.authorization], words.authorization[check.authorization]),
      line(marks[check.offer], words.offer[check.offer]),
      line(marks[check.receipt], words.receipt[check.receipt]),
      line('none', record.transaction === null ? words.unsettled : filled(words.settled, { transaction: record.transaction })),
      ...(record.refunds ?? []).map(({ transaction, amount }) => line('none', filled(words.refunded, { amount: written(amount), payer: toChecksumAddress(record.payer), transaction }))),
    ]),
    details(record, words),
  )
  return out
}

function details(record: ReceiptRecord, words: Words): HTMLElement {
  const out = element('details', '')
  const facts = element('dl', '')
  const { page, resource, payer, payTo, nonce, asset } = record
  const told = { page, resource, payer: toChecksumAddress(payer), payTo: toChecksumAddress(payTo), number: nonce, token: toChecksumAddress(asset) }
  for (const [name, value] of Object.entries(told)) facts.append(element('dt', words.facts[name as keyof typeof told]), element('dd', value))
  out.append(element('summary', words.raw), element('p', words.unsigned, 'quiet'), facts, element('pre', JSON.stringify(record, null, 2)))
  return out
}

function list(lines: readonly HTMLElement[]): HTMLElement {
  const out = element('ul', '')
  out.append(...lines)
  return out
}

function line(mark: Mark, sentence: string): HTMLElement {
  const out = element('li', '', mark)
  const sign = element('span', signs[mark])
  sign.setAttribute('aria-hidden', 'true')
  out.append(sign, element('span', sentence))
  return out
}

function element(name: string, text: string, className = ''): HTMLElement {
  const out = document.createElement(name)
  out.textContent = text
  if (className !== '') out.className = className
  return out
}

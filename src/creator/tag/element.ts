import { dollars, day, haltSentence, terms, words } from './words'
import { alone } from './alone'
import { loadPage, loadPaid } from './page'
import { Panel, type Action, type View } from './panel'
import { buy, type Outcome, type Wish, type World } from './purchase'
import { openRecords } from './records'
import { sanitise } from './sanitise'
import { fetchSealed, openSealed } from './sealed'
import { askSeller, type Goods } from './seller'
import { advertised, helpOf, sourcesOf } from './attributes'
import { onWallet, type Wallet } from './wallets'

const records = openRecords(() => localStorage, () => Date.now())

/** What the reader has agreed to with one press. */
type Agreed = Partial<Pick<Wish, 'agreed' | 'isAgain'>>

/**
 * `<pay-wall>`: keeps what the author put into it, and adds below it what it costs and a way to pay with a wallet in this browser.
 * What it costs is asked for when the reader presses; what is written in the tag is only what was said before.
 */
export class PayWall extends HTMLElement {
  static readonly observedAttributes = ['src', 'price', 'currency', 'words', 'keep', 'refund', 'help', 'tip', 'page']

  #panel: Panel | null = null
  #wallets: readonly Wallet[] = []
  #stopListening: (() => void) | null = null
  #hasAsked = false
  #filling = new MutationObserver((changes) => {
    // A wallet of the reader's own has put what was bought in the place of all there was.
    const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]))
    const isReplaced = changes.some(({ removedNodes }) => removedNodes.length > 0) && added.size > 0
    if (isReplaced && [...this.childNodes].every((child) => added.has(child))) this.#close(null)
  })
  /** What is sealed, once it was fetched. */
  #file: Uint8Array | null = null
  #state: 'idle' | 'busy' | 'asked' | 'done' = 'idle'

  connectedCallback(): void {
    if (this.#state === 'done') return
    this.#panel ??= this.#makePanel()
    this.#filling.observe(this, { childList: true })
    this.#stopListening = onWallet((wallets) => {
      this.#wallets = wallets
      if (this.#state !== 'idle') return
      this.#rest()
      this.#askTips()
    })
    this.#rest()
    void this.#reopen()
  }

  #makePanel(): Panel {
    const root = this.attachShadow({ mode: 'open' })
    root.append(document.createElement('slot'))
    return new Panel(root, 'Payment', [])
  }

  disconnectedCallback(): void {
    this.#filling.disconnect()
    this.#stopListening?.()
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#state === 'idle') this.#rest()
  }

  /** Where nothing is going on. @param message what there is to be told of the last attempt */
  #rest(message: string | null = null): void {
    this.#state = 'idle'
    const src = this.#source()
    const record = src === null ? null : records.read(src)
    const hasBegun = record !== null && record.sent.length > 0
    const before = !hasBegun ? null : record.isBought ? words.bought : words.begun
    const canPay = this.#wallets.length > 0
    const label = hasBegun ? (record.isBought ? words.open : words.retry) : this.#payLabel()
    const actions = src !== null && (canPay || hasBegun) ? [{ label, isPrimary: true, run: () => this.#press({ agreed: this.#isTip ? null : advertised(this) }) }] : []
    this.#show({ message: message ?? before, actions, note: canPay ? null : words.noWallet })
  }

  /** Whoever has opened the place for tips itself has asked for its prices already. */
  #askTips(): void {
    const src = this.#source()
    const isHere = src !== null && src === location.href.split('#')[0]
    if (this.#isTip && isHere && !this.#hasAsked && records.read(src) === null) void this.#run({}, null)
    this.#hasAsked = true
  }

  #payLabel(): string {
    if (this.#isTip) return words.tip
    const price = advertised(this)
    return price === null ? words.askPrice : words.pay(dollars(price))
  }

  /** Where it is sold: of several places, the one where it was begun to be bought. */
  #source(): string | null {
    const sources = sourcesOf(this)
    return sources.find((src) => records.read(src) !== null) ?? sources[0] ?? null
  }

  /** What was bought here before opens by itself, asking for nothing. */
  async #reopen(): Promise<void> {
    const src = this.#source()
    const record = src === null ? null : records.read(src)
    if (src === null || this.#isPage || record?.isBought !== true) return
    const answer = record.key === undefined ? await askSeller(src, null) : ({ type: 'goods', goods: { kind: 'key', text: record.key } } as const)
    if (answer.type === 'goods' && this.#state === 'idle') await this.#fill(answer.goods, src, false)
  }

  /** Goes on with a wallet: the only one, or the one the reader names. Without a price to agree to, none is needed yet. */
  #press(agreed: Agreed): void {
    const [only, ...others] = this.#wallets
    const needsWallet = (agreed.agreed ?? null) !== null
    if (!needsWallet || others.length === 0) {
      void this.#run(agreed, needsWallet ? (only ?? null) : null)
      return
    }
    this.#state = 'asked'
    const choices = this.#wallets.map((wallet) => ({ label: wallet.name, icon: wallet.icon, run: () => void this.#run(agreed, wallet) }))
    this.#show({ message: words.whichWallet, actions: [...choices, this.#notNow()] })
  }

  async #run(agreed: Agreed, wallet: Wallet | null): Promise<void> {
    const source = this.#source()
    if (source === null || this.#state === 'busy') return
    this.#state = 'busy'
    const isFresh = records.read(source) === null
    // Another place is asked only where nothing was begun, and the one before it does not answer.
    for (const src of isFresh ? sourcesOf(this) : [source]) {
      const wish: Wish = { src, isTip: this.#isTip, isPage: this.#isPage, agreed: null, isAgain: false, ...agreed }
      const bought = await alone(src, () => this.#buy(wish, wallet)).catch((): Outcome => ({ type: 'halt', halt: { money: 'unknown', why: 'no-answer' } }))
      const outcome = bought ?? { type: 'halt', halt: { money: 'nothing', why: 'in-another-tab' } }
      const isSilent = outcome.type === 'halt' && outcome.halt.money === 'nothing' && outcome.halt.why === 'no-answer'
      await this.#settle(outcome, wish)
      if (!isSilent) return
    }
  }

  /** What is sealed has to be here, and has to be one that can be opened, before its key is bought. */
  async #buy(wish: Wish, wallet: Wallet | null): Promise<Outcome> {
    const sealed = this.getAttribute('sealed')
    if (sealed !== null) {
      this.#show({ message: words.stages.asking })
      this.#file = isSecureContext ? await fetchSealed(sealed, wish.src, this.baseURI) : null
      if (this.#file === null) return { type: 'halt', halt: { money: 'nothing', why: isSecureContext ? 'no-answer' : 'not-secure' } }
    }
    return buy(wish, wallet?.provider ?? null, this.#world)
  }

  readonly #world: World = {
    records,
    ask: askSeller,
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    report: (stage) => this.#show({ message: words.stages[stage] }),
  }

  async #settle(outcome: Outcome, wish: Wish): Promise<void> {
    switch (outcome.type) {
      case 'goods':
        await this.#fill(outcome.goods, wish.src, true)
        return
      case 'page':
        await this.#load(outcome.payment, wish.src)
        return
      case 'halt':
        this.#rest(haltSentence(outcome.halt))
        return
      case 'again':
        this.#ask(words.paidBefore(day(outcome.at), dollars(outcome.amount)), [
          { label: words.again(dollars(outcome.amount)), run: () => this.#press({ agreed: outcome.amount, isAgain: true }) },
        ])
        return
      case 'prices':
        this.#askPrice(outcome.amounts)
    }
  }

  #askPrice(amounts: readonly bigint[]): void {
    const said = advertised(this)
    const [price = 0n] = amounts
    const costs = said !== null && price > said ? words.higher(dollars(price), dollars(said)) : words.costs(dollars(price))
    const label = this.#isTip ? words.giveAmount : words.payAmount
    const actions = this.#wallets.length === 0 ? [] : amounts.map((amount) => ({ label: label(dollars(amount)), isPrimary: !this.#isTip, run: () => this.#press({ agreed: amount }) }))
    this.#ask(this.#isTip ? words.whichAmount : costs, actions)
  }

  #ask(message: string, actions: readonly Action[]): void {
    this.#state = 'asked'
    this.#show({ message, actions: [...actions, this.#notNow()], note: this.#wallets.length === 0 ? words.noWallet : null })
  }

  readonly #notNow = (): Action => ({ label: words.notNow, run: () => this.#rest() })

  /** Puts what was bought where the teaser was. */
  async #fill(goods: Goods, src: string, takesFocus: boolean): Promise<void> {
    if (this.#isTip) {
      this.#rest(words.thanks)
      return
    }
    const text = await this.#textOf(goods, src)
    if (text === null) {
      this.#rest(this.hasAttribute('sealed') ? words.sealedWrong : words.elsewhere)
      return
    }
    const piece = sanitise(text.html, { base: text.base, isForeign: new URL(text.base).origin !== location.origin })
    const first = piece.firstElementChild
    this.#close(words.unlocked(piece.textContent.match(/\S+/g)?.length ?? 0))
    this.replaceChildren(piece)
    if (!takesFocus) return
    const target = first instanceof HTMLElement ? first : this
    target.tabIndex = -1
    target.focus()
  }

  async #textOf(goods: Goods, src: string): Promise<{ readonly html: string; readonly base: string } | null> {
    const sealed = this.getAttribute('sealed')
    if (sealed === null) return goods.kind === 'html' ? { html: goods.text, base: src } : null
    const file = this.#file ?? (await fetchSealed(sealed, src, this.baseURI))
    return file === null ? null : openSealed(file, goods)
  }

  async #load(payment: string | null, src: string): Promise<void> {
    if (payment === null) { loadPage(src); return; }
    const script = new URL(this.getAttribute('worker') ?? 'pay-wall-worker.js', this.hasAttribute('worker') ? this.baseURI : import.meta.url)
    this.#show({ message: words.opening })
    if (await loadPaid({ url: src, payment }, script.href)) return
    const answer = await askSeller(src, payment)
    if (answer.type === 'goods') await this.#fill(answer.goods, src, true)
    else this.#rest(haltSentence({ money: 'unknown', why: 'no-answer' }))
  }

  #close(sentence: string | null): void {
    this.#state = 'done'
    this.#filling.disconnect()
    this.#stopListening?.()
    this.#panel?.close(sentence)
  }

  #show(view: Partial<View>): void {
    const price = advertised(this)
    const shown = terms(this.getAttribute('words'), this.getAttribute('keep'), this.getAttribute('refund')).join(' · ')
    const note = view.note ?? null
    this.#panel?.show({
      // A page of its own says it already, and so do the buttons of a tip.
      price: price === null || this.#isTip || this.#isPage ? null : dollars(price),
      terms: shown === '' ? null : shown,
      message: null,
      actions: [],
      note,
      ...view,
      help: note === null ? null : helpOf(this),
    })
  }

  get #isTip(): boolean {
    return this.hasAttribute('tip')
  }

  /** Only a page of this site can be loaded with a payment. */
  get #isPage(): boolean {
    const src = this.#source()
    return this.hasAttribute('page') && src !== null && new URL(src).origin === location.origin
  }
}

import { readPayee, type Payee } from '../../../core/tips/payee'
import { bound } from '../account'
import { alone } from '../alone'
import { helpOf } from '../attributes'
import { Panel, part, setText, type Action, type View } from '../panel'
import { onWallet, type Wallet } from '../wallets'
import { readAmounts } from './amounts'
import { checksumSpelling } from './checksum'
import { give, lookAgain, type Outcome, type World } from './give'
import { openMemory, type Memory } from './memory'
import { faults, outcomeSentence, words } from './words'

/** What a wallet is asked for. */
type Errand = (wallet: Wallet, world: World) => Promise<Outcome>

/**
 * `<pay-tip>`: keeps the link that the author put into it, and adds above it a button for each amount that a wallet in this browser
 * can give to the account in that link. What is shown is what is given: the page is read before, and not again when the reader presses.
 */
export class PayTip extends HTMLElement {
  static readonly observedAttributes = ['amounts', 'help']

  #panel: Panel | null = null
  readonly #payee = part('p', 'note')
  /** The author's link, and what is said before it where there are buttons as well. */
  readonly #link = part('div', 'link')
  readonly #elsewhere = part('span', 'elsewhere')
  #wallets: readonly Wallet[] = []
  #stopListening: (() => void) | null = null
  #state: 'idle' | 'busy' | 'asked' | 'done' = 'idle'
  readonly #changes = new MutationObserver(() => this.#renew())

  connectedCallback(): void {
    this.#panel ??= this.#makePanel()
    this.#changes.observe(this, { subtree: true, childList: true, attributeFilter: ['href'] })
    this.#stopListening = onWallet((wallets) => {
      this.#wallets = wallets
      this.#renew()
    })
    this.#renew()
  }

  #makePanel(): Panel {
    this.#link.append(this.#elsewhere, document.createElement('slot'))
    return new Panel(this.attachShadow({ mode: 'open' }), words.label, [this.#payee, this.#link])
  }

  disconnectedCallback(): void {
    this.#changes.disconnect()
    this.#stopListening?.()
  }

  attributeChangedCallback(): void {
    this.#renew()
  }

  #renew(): void {
    if (this.isConnected && this.#state === 'idle') this.#rest(null)
  }

  /** Where nothing is going on. @param message what there is to be told of the last attempt */
  #rest(message: string | null): void {
    this.#state = 'idle'
    const payee = readPayee(this.querySelector('a[href^="ethereum:"]')?.getAttribute('href') ?? null, checksumSpelling)
    if (typeof payee === 'string') {
      this.#show({ message: faults[payee] }, payee !== 'misspelt' && payee !== 'nobody')
      return
    }
    if (this.#wallets.length === 0) {
      this.#show({ message, note: words.noWallet, help: helpOf(this) }, true)
      return
    }
    const memory = openMemory(payee, () => localStorage, () => Date.now())
    const begun = memory.read()
    if (begun !== null && begun.hash !== null) {
      const look = { label: words.look, isPrimary: true, run: () => this.#press(payee, memory, begun.amount, (wallet, world) => lookAgain(begun, payee, bound(wallet.provider), world)) }
      const again = { label: words.again, run: () => this.#offer(payee, memory, null) }
      this.#show({ message: message ?? words.unseen(begun.amount), actions: [look, again] })
      return
    }
    this.#offer(payee, memory, message ?? (begun === null ? null : words.began(begun.amount, begun.at)))
  }

  #offer(payee: Payee, memory: Memory, message: string | null): void {
    const actions = readAmounts(this.getAttribute('amounts')).map((amount) => ({
      label: words.give(amount),
      run: () => this.#press(payee, memory, amount, (wallet, world) => give(payee, amount, bound(wallet.provider), world)),
    }))
    this.#show({ message, actions }, true, payee)
  }

  /** Goes on with a wallet: the only one, or the one the reader names. */
  #press(payee: Payee, memory: Memory, amount: bigint, errand: Errand): void {
    const run = (wallet: Wallet) => void this.#run(wallet, payee, memory, amount, errand)
    const [only, ...others] = this.#wallets
    if (only !== undefined && others.length === 0) {
      run(only)
      return
    }
    this.#state = 'asked'
    const choices: readonly Action[] = this.#wallets.map((wallet) => ({ label: wallet.name, icon: wallet.icon, run: () => run(wallet) }))
    this.#show({ message: words.whichWallet, actions: [...choices, { label: words.notNow, run: () => this.#rest(null) }] }, false, payee)
  }

  async #run(wallet: Wallet, payee: Payee, memory: Memory, amount: bigint, errand: Errand): Promise<void> {
    if (this.#state === 'busy') return
    this.#state = 'busy'
    const world: World = {
      memory,
      now: () => Date.now(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      report: (stage) => this.#show({ message: words.stages[stage] }, false, payee),
    }
    const outcome = await alone(`tip:${payee.to}`, () => errand(wallet, world)).catch((): Outcome => ({ type: 'unsaid' }))
    if (outcome?.type === 'arrived') {
      this.#state = 'done'
      this.#show({ message: outcomeSentence(outcome, amount) })
    } else this.#rest(outcome === null ? words.anotherTab : outcomeSentence(outcome, amount))
  }

  /**
   * @param hasLink where it may be followed: while something is under way, or wrong, nobody is to give twice or to somebody else
   * @param payee of whom it is told what they get
   */
  #show(view: Partial<View>, hasLink = false, payee: Payee | null = null): void {
    const isReady = hasLink && payee !== null
    setText(this.#payee, payee === null ? null : words.note(payee))
    setText(this.#elsewhere, isReady ? words.elsewhere : null)
    this.#link.hidden = !hasLink
    // So that the page can write its link smaller.
    this.toggleAttribute('ready', isReady)
    this.#panel?.show({ price: null, terms: null, message: null, actions: [], note: null, help: null, ...view })
  }
}

import type { Address } from '../../core/hex'
import type { NetworkId } from '../../core/networks/networks'
import { en as words } from '../../core/words/en'
import type { KeptPurses } from '../../store/keepsakes'
import type { SealedValue } from '../../store/sealed-value'
import type { SealedPurse } from '../../vault/added-purse'
import type { Keyring } from '../../vault/keyring'

/** One of the reader's accounts, under the name that the reader gave it. */
export interface Purse {
  /** Which account of the twelve words: 0 is the first purse. */
  readonly index: number
  readonly name: string
  readonly address: Address
}

/** What is kept where the reader has said nothing: one purse. Whether it has forgotten anything is not known. */
export const onePurse: KeptPurses = { memory: 'unknown', firstName: null, added: [], sites: [], endpoints: [] }

/** The purses of an open wallet, and which of them is whose. */
export class Purses {
  readonly #keyring: Keyring
  readonly #kept: SealedValue<KeptPurses>
  /** Addresses of purses that were opened, by their sealed keys. */
  readonly #addresses = new Map<string, Address | null>()

  constructor(keyring: Keyring, kept: SealedValue<KeptPurses>) {
    this.#keyring = keyring
    this.#kept = kept
  }

  async kept(): Promise<KeptPurses> {
    return (await this.#kept.read()) ?? onePurse
  }

  async change(next: (kept: KeptPurses) => KeptPurses): Promise<KeptPurses> {
    return (await this.#kept.change((current) => next(current ?? onePurse))) ?? onePurse
  }

  /** Makes accounts of the twelve words purses, but for those that are. @param name what each is called from then on */
  async keep(sealed: readonly SealedPurse[], name: (index: number) => string): Promise<void> {
    await this.change((kept) => {
      const fresh = sealed.filter(({ index }) => !kept.added.some((one) => one.index === index))
      return { ...kept, added: [...kept.added, ...fresh.map(({ index, key }) => ({ index, name: name(index), key }))] }
    })
  }

  /** Opens every purse that can be opened: afterwards the keyring pays from all of them. The first one comes first. */
  async all(): Promise<readonly Purse[]> {
    return this.#open(await this.kept())
  }

  #open({ firstName, added }: KeptPurses): readonly Purse[] {
    const first = { index: 0, name: firstName ?? words.purse.first, address: this.#keyring.address }
    const others = added.toSorted((one, other) => one.index - other.index).map(({ index, name, key }) => ({ index, name, address: this.#addressOf(index, key) }))
    return [first, ...others.filter((one): one is Purse => one.address !== null)]
  }

  /** The purse that pays on a site: its own, if the reader gave it one; else the first. */
  async of(site: string): Promise<Purse> {
    const kept = await this.kept()
    const [first, ...others] = this.#open(kept)
    const own = kept.sites.find((one) => one.site === site)
    return others.find(({ index }) => index === own?.purse) ?? first ?? { index: 0, name: words.purse.first, address: this.#keyring.address }
  }

  /** Null where it is not one of the purses that are known. */
  async at(address: Address): Promise<Purse | null> {
    return (await this.all()).find((one) => one.address === address) ?? null
  }

  /** The chain endpoint that the reader has chosen for one purse; null for that of all. */
  async endpoint(address: Address, network: NetworkId): Promise<string | null> {
    const { endpoints } = await this.kept()
    if (endpoints.length === 0) return null
    const index = (await this.at(address))?.index
    return endpoints.find((one) => one.purse === index && one.network === network)?.url ?? null
  }

  /** The other purses that may have paid for what this wallet does not remember: none where it was made here, and has forgotten nothing. */
  async witnesses(payer: Address): Promise<readonly Purse[]> {
    const kept = await this.kept()
    if (kept.memory === 'whole') return []
    return this.#open(kept).filter(({ address }) => address !== payer)
  }

  #addressOf(index: number, key: string): Address | null {
    const known = this.#addresses.get(key)
    if (known !== undefined) return known
    const address = this.#keyring.openPurse({ index, key })
    this.#addresses.set(key, address)
    return address
  }
}

import type { StoredVault, VaultRepository } from '../../store/vault-repository'
import { waysOf } from '../../vault/ways'
import type { VaultCopy } from './vault-copy'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const isReadable = (vault: StoredVault): boolean => waysOf(vault.record).length > 0

/** The vault of this profile: in the database, with a copy beside it that stands in when the database has lost or damaged it. */
export class Vaults {
  readonly #main: VaultRepository
  readonly #copy: Pick<VaultCopy, 'read' | 'write' | 'clear'>

  constructor(main: VaultRepository, copy: Pick<VaultCopy, 'read' | 'write' | 'clear'>) {
    this.#main = main
    this.#copy = copy
  }

  /** The vault, or its copy; null when none was ever made. Damaged only if both are. */
  async read(): Promise<StoredVault | null> {
    return (await this.candidates())[0] ?? null
  }

  /**
   * What may be the vault, the likelier one first: a record that reads well can still have a broken byte
   * in what is sealed, and then only the other one opens.
   */
  async candidates(): Promise<readonly StoredVault[]> {
    const [main, copy] = await Promise.all([this.#main.read(), this.#copy.read()])
    const known = [main, copy].filter((one) => one !== null)
    const distinct = known.filter((one, at) => at === 0 || !same(one.record, known[0]?.record))
    return [...distinct.filter(isReadable), ...distinct.filter((one) => !isReadable(one))]
  }

  /** Keeps a new vault. Rejects when there is one already; only one that can no longer be read, nor its copy, gives way. */
  async create(vault: StoredVault): Promise<void> {
    const found = await this.read()
    if (found === null) await this.#main.create(vault)
    else if (isReadable(found)) throw new Error('There is a vault already.')
    else await this.#put(vault)
    await this.#copy.write(vault)
  }

  async markBackedUp(): Promise<void> {
    await this.#main.markBackedUp()
    await this.#follow()
  }

  /** Puts `next` in the place of exactly `current`; false, and nothing changed, when another change came first. */
  async replace(current: unknown, next: unknown): Promise<boolean> {
    await this.#copy.clear()
    const replaced = await this.#main.replace(current, next)
    await this.#follow()
    return replaced
  }

  /** This one has just opened: whichever of the two is not like it is made so. */
  async heal(opened: StoredVault): Promise<void> {
    await this.#put(opened)
    await this.#follow()
  }

  /** Both are gone for good; the copy first, which nobody would look for. */
  async destroy(): Promise<void> {
    await this.#copy.clear()
    await this.#main.clear()
  }

  async #put(vault: StoredVault): Promise<void> {
    const main = await this.#main.read()
    if (main === null) await this.#main.create(vault)
    else if (!same(main.record, vault.record)) await this.#main.replace(main.record, vault.record)
  }

  async #follow(): Promise<void> {
    const main = await this.#main.read()
    if (main !== null && isReadable(main)) await this.#copy.write(main)
  }
}

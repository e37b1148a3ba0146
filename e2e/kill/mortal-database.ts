/** What the database of one life tells, and asks. */
export interface Heart {
  isDead(): boolean
  /** An effect has come this far. May end the life. */
  point(name: string): void
  /** Something is under way until the returned function is called. */
  begin(): () => void
  /** An entry of the journal is on disk, of so many events. */
  journalled(events: number): void
}

/**
 * The profile's database as one life of the worker sees it. When that life ends, what it had not committed
 * is undone, its connections are closed, and it hears nothing more.
 */
export class MortalDatabase {
  readonly factory: IDBFactory
  readonly #heart: Heart
  readonly #connections = new Set<IDBDatabase>()
  readonly #transactions = new Set<IDBTransaction>()

  constructor(disk: IDBFactory, heart: Heart) {
    this.#heart = heart
    this.factory = new Proxy(disk, {
      get: (target, name) => {
        if (name === 'open') return (...asked: Parameters<IDBFactory['open']>) => this.#open(target.open(...asked))
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  }

  /** Ends every transaction that is not committed, and every connection. */
  die(): void {
    for (const transaction of this.#transactions) transaction.abort()
    for (const connection of this.#connections) connection.close()
  }

  #open(request: IDBOpenDBRequest): IDBOpenDBRequest {
    const end = this.#heart.begin()
    request.addEventListener('error', end)
    request.addEventListener('success', (event) => {
      end()
      if (this.#silenced(event)) request.result.close()
      else this.#watch(request.result)
    })
    return request
  }

  #watch(connection: IDBDatabase): void {
    this.#connections.add(connection)
    const begin = connection.transaction.bind(connection)
    connection.transaction = (...asked: Parameters<IDBDatabase['transaction']>): IDBTransaction => {
      this.#heart.point('database begins')
      return this.#heart.isDead() ? limbo : this.#follow(begin(...asked))
    }
  }

  #follow(transaction: IDBTransaction): IDBTransaction {
    const end = this.#heart.begin()
    this.#transactions.add(transaction)
    const journalled = journalling(transaction)
    const over = (): void => {
      this.#transactions.delete(transaction)
      end()
    }
    // On the way down to the request: before the worker hears of it, and before anything is committed.
    transaction.addEventListener('success', (event) => this.#reached('database step', event), true)
    transaction.addEventListener('error', (event) => this.#silenced(event), true)
    transaction.addEventListener('abort', (event) => {
      over()
      this.#silenced(event)
    })
    transaction.addEventListener('complete', (event) => {
      over()
      if (journalled() > 0) this.#heart.journalled(journalled())
      this.#reached('database committed', event)
    })
    return transaction
  }

  #reached(name: string, event: Event): void {
    if (!this.#heart.isDead()) this.#heart.point(name)
    this.#silenced(event)
  }

  /** The dead hear nothing. */
  #silenced(event: Event): boolean {
    if (this.#heart.isDead()) event.stopImmediatePropagation()
    return this.#heart.isDead()
  }
}

/** How many events this transaction has put into the journal. Many may write there, and only look. */
function journalling(transaction: IDBTransaction): () => number {
  let events = 0
  // A transaction gives the same store each time.
  let counted: IDBObjectStore | null = null
  const storeOf = transaction.objectStore.bind(transaction)
  transaction.objectStore = (name: string): IDBObjectStore => {
    const store = storeOf(name)
    if (name !== 'journal' || store === counted) return store
    counted = store
    const { add, put } = { add: store.add.bind(store), put: store.put.bind(store) }
    const noted = (write: typeof add): typeof add => (...entry) => {
      events += 1
      return write(...entry)
    }
    store.add = noted(add)
    store.put = noted(put)
    return store
  }
  return () => events
}

/** A transaction of the dead: takes whatever is asked of it, and never answers. */
const limbo = new Proxy((): undefined => undefined, { get: () => limbo, apply: () => limbo, set: () => true }) as unknown as IDBTransaction

import type { Article } from './article'

/** What everything costs now, and what each visitor was told. All amounts in atomic units. */
export class Prices {
  readonly #first = new Map<string, bigint>()
  readonly #told = new Map<string, bigint>()

  /** What a newcomer pays. Null: free. */
  of(article: Article): bigint | null {
    return this.#first.get(article.slug) ?? article.price?.first ?? null
  }

  /** Changes the price for everybody who has not been told another one. */
  set(article: Article, amount: bigint): void {
    this.#first.set(article.slug, amount)
  }

  /** An unpaid ask: sets the price this visitor pays from now on. */
  tell(article: Article, visitor: string): void {
    const key = `${article.slug} ${visitor}`
    const price = this.#told.has(key) ? (article.price?.later ?? this.of(article)) : this.of(article)
    if (price !== null) this.#told.set(key, price)
  }

  /** What this visitor was told last, or what a newcomer pays. */
  for(article: Article, visitor: string | null): bigint {
    return this.#told.get(`${article.slug} ${visitor ?? ''}`) ?? this.of(article) ?? 0n
  }
}

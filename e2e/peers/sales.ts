import type { Article } from '../../demo/newspaper/article'
import { bread, lighthouse, swifts, untidy, windows } from '../../demo/newspaper/articles'
import { articlePage, cutPage, teaserPage } from '../../demo/newspaper/page'
import { buoyMark, type Paper } from '../../demo/newspaper/paper'

export const paper: Paper = {
  name: 'The Evening Post',
  motto: 'Printed elsewhere, paid the same',
  look: 'harbour',
  mark: buoyMark,
  foot: 'The Evening Post is nobody’s branch.',
  front: [windows],
}

/** One thing that is sold. */
export interface Sale {
  readonly path: string
  /** Atomic units of the token. */
  readonly price: bigint
  /** HTML for whoever has paid. */
  readonly piece: string
  /** HTML that a browser shows instead of it. Absent: whatever the till answers by itself. */
  readonly teaser?: string
}

function sale(article: Article, path = `/${article.slug}`): Sale {
  return { path, price: article.price?.first ?? 0n, piece: articlePage(paper, article) }
}
const inWords = (article: Article): Sale => ({ ...sale(article), teaser: teaserPage(paper, article, article.price?.first ?? 0n) })

/** `bare` is refused without a page of the paper's own; `slow` is made only after it was paid for; `rest` is what the cut page lacks. */
export const sales = {
  whole: inWords(windows),
  bare: sale(swifts),
  slow: inWords(bread),
  rest: { ...sale(lighthouse, `/${lighthouse.slug}/rest`), piece: `${lighthouse.body}${untidy}` },
} as const satisfies Record<string, Sale>

/** A page whose first part is free and whose rest is sold as a fragment. */
export const cut = {
  path: `/${lighthouse.slug}`,
  page: cutPage(paper, lighthouse, { src: sales.rest.path, price: sales.rest.price }),
} as const

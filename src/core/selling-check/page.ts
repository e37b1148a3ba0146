import { judgeAccounts } from './accounts'
import type { ForSale, PageFacts } from './facts'
import { helps, holds, unknown, wrong, type Finding } from './finding'
import { isHtml, statusText, type Heard } from './heard'
import { adviceOnData } from './linked-data'

/** What a page has for sale, and what there is to say about the page itself. @param read reads its HTML */
export function readPage({ url, status, headers, body, isWhole }: Heard, read: (html: string) => PageFacts): { readonly forSale: readonly ForSale[]; readonly findings: readonly Finding[] } {
  if (status === 402) return { forSale: [{ kind: 'page', address: url, price: null }], findings: [holds(true, 'tag', url)] }
  if (status !== 200 || !isHtml(headers)) return { forSale: [], findings: [wrong('page', url, `${statusText(status)}, ${headers['content-type'] ?? 'without a type'}`)] }
  const facts = read(body)
  const parts = facts.tags.flatMap((tag) => addressIn(tag.src, url).map((address) => ({ ...tag, address })))
  const forSale: ForSale[] = [
    ...parts.map(({ address, price }): ForSale => ({ kind: 'part', address, price })),
    ...facts.tips.flatMap((href) => addressIn(href, url)).slice(0, 1).map((address): ForSale => ({ kind: 'tip', address, price: null })),
  ]
  const accounts = judgeAccounts(facts.accounts, url)
  const advice = adviceOnData(facts.linkedData)
  const isMarked = parts.every(({ className }) => /(^|\s)paywall(\s|$)/.test(className))
  return {
    forSale,
    findings: [
      isWhole ? holds(true, 'page', url) : unknown('page', url, 'very long: only its beginning was looked at'),
      holds(forSale.length > 0 || accounts.canBeTipped, 'tag', url),
      ...accounts.findings,
      ...parts.map(({ address, links }) => holds(links.some((href) => addressIn(href, url).length > 0), 'link', address)),
      ...(parts.length > 0 ? [helps(advice?.length === 0 && isMarked, 'linked-data', url, advice?.join(' ') ?? null)] : []),
      helps(facts.language.trim() !== '', 'language', url),
      helps(facts.title.trim() !== '', 'page-title', url),
      holds(!facts.rootStyles.some((style) => /overflow(-y)?\s*:\s*(hidden|clip)/i.test(style)), 'scroll', url),
    ],
  }
}

function addressIn(text: string | null, base: string): readonly string[] {
  const written = text?.trim() ?? ''
  if (written === '' || !URL.canParse(written, base)) return []
  const url = new URL(written, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? [url.href] : []
}

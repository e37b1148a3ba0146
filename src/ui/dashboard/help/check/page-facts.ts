import { isAccountHref, isTipScript } from '../../../../core/selling-check/accounts'
import type { PageFacts } from '../../../../core/selling-check/facts'

/** As much of a list as the worker takes: no page that somebody wrote has more. */
const many = 1000

/** Reads what the checker looks at from a page's HTML. Nothing in it runs or is fetched. */
export function pageFacts(html: string): PageFacts {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const all = (selector: string): readonly Element[] => [...page.querySelectorAll(selector)].slice(0, many)
  const hrefs = (within: ParentNode, selector: string): readonly string[] => [...within.querySelectorAll(selector)].slice(0, many).map((link) => said(link, 'href') ?? '')
  return {
    tags: all('pay-wall').map((tag) => ({ src: said(tag, 'src'), price: said(tag, 'price')?.slice(0, 100) ?? null, className: said(tag, 'class') ?? '', links: hrefs(tag, 'a[href]') })),
    tips: hrefs(page, 'link[rel~="payment" i][href], a[rel~="payment" i][href]'),
    accounts: {
      hasTipScript: all('script[src]').some((script) => isTipScript(said(script, 'src') ?? '')),
      links: all('a[href]')
        .map((link) => ({ href: said(link, 'href') ?? '', isInTag: link.closest('pay-tip') !== null }))
        .filter(({ href }) => isAccountHref(href)),
    },
    linkedData: all('script[type="application/ld+json" i]').map((script) => script.textContent.slice(0, 256 * 1024)),
    language: page.documentElement.lang.slice(0, 100),
    title: page.title.slice(0, 8192),
    rootStyles: [page.documentElement, page.body].map((element) => said(element, 'style') ?? ''),
  }
}

/** Longer than any that means something: the rest of it is left out. */
const said = (element: Element, attribute: string): string | null => element.getAttribute(attribute)?.slice(0, 8192) ?? null

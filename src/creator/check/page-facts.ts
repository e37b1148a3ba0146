import { isAccountHref, isTipScript } from '../../core/selling-check/accounts'
import type { PageFacts } from '../../core/selling-check/facts'
import { dataIn } from '../pages/linked-data'
import { attribute, elementsWithin, parsePage, textOf, type Element } from '../pages/markup'

/** Reads what the checker looks at from a page's HTML. */
export function pageFacts(html: string): PageFacts {
  const page = parsePage(html)
  const elements = [...elementsWithin(page)]
  const named = (...names: readonly string[]) => elements.filter(({ tagName }) => names.includes(tagName))
  const inTipTags = new Set(named('pay-tip').flatMap((tag) => [...elementsWithin(tag)]))
  return {
    tags: named('pay-wall').map((tag) => ({
      src: attribute(tag, 'src'),
      price: attribute(tag, 'price'),
      className: attribute(tag, 'class') ?? '',
      links: [...elementsWithin(tag)].filter(({ tagName }) => tagName === 'a').flatMap(hrefOf),
    })),
    tips: named('link', 'a').filter((element) => /(^|\s)payment(\s|$)/i.test(attribute(element, 'rel') ?? '')).flatMap(hrefOf),
    accounts: {
      hasTipScript: named('script').some((script) => isTipScript(attribute(script, 'src') ?? '')),
      links: named('a').flatMap((link) => hrefOf(link).filter(isAccountHref).map((href) => ({ href, isInTag: inTipTags.has(link) }))),
    },
    linkedData: dataIn(page),
    language: named('html').map((element) => attribute(element, 'lang') ?? '').join(''),
    title: named('title').map(textOf).join(''),
    rootStyles: named('html', 'body').map((element) => attribute(element, 'style') ?? ''),
  }
}

const hrefOf = (element: Element): readonly string[] => {
  const href = attribute(element, 'href')
  return href === null ? [] : [href]
}

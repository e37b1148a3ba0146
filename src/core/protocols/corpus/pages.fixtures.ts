import { hostile, ours, type PageCase } from './case.fixtures'

const page = (name: string, source: string, html: string, ...expected: PageCase['expected']): PageCase => ({ name, source, html, expected })
const script = (text: string) => `<html><head><script type="application/ld+json">${text}</script></head><body><p>A teaser.</p></body></html>`
const saying = (json: unknown) => script(JSON.stringify(json))

const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'The wren', isAccessibleForFree: false }
const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' }
const free = { ...article, isAccessibleForFree: true }
const walled = (change: object) => saying({ ...article, ...change })
const google = 'Google, structured data for paywalled content'

const declared: readonly PageCase[] = [
  page('an article and its part', google, walled({ hasPart: part }), 'declared-paywall'),
  page('parts in a list', google, walled({ hasPart: [part, { ...part, cssSelector: '.more' }] }), 'declared-paywall'),
  page('a part of a free article', ours, saying({ ...free, hasPart: [part] }), 'declared-paywall'),
  page('"False"', 'publishers', walled({ isAccessibleForFree: 'False' }), 'declared-paywall'),
  page('"false"', 'publishers', walled({ isAccessibleForFree: 'false' }), 'declared-paywall'),
  page('an address for false', 'schema.org/False', walled({ isAccessibleForFree: 'http://schema.org/False' }), 'declared-paywall'),
  page('false in a list', 'publishers', walled({ isAccessibleForFree: ['False'] }), 'declared-paywall'),
  page('several types', 'publishers', walled({ '@type': ['NewsArticle', 'CreativeWork'] }), 'declared-paywall'),
  page('a type by its address', 'schema.org', walled({ '@type': 'https://schema.org/ReportageNewsArticle' }), 'declared-paywall'),
  page('a graph', 'WordPress plugins', saying({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, { '@type': 'WebPage' }, { ...article, hasPart: part }] }), 'declared-paywall'),
  page('a list of things', 'publishers', saying([{ '@type': 'Organization' }, article]), 'declared-paywall'),
  page('the page and its main entity', 'publishers', saying({ '@type': 'WebPage', mainEntity: article }), 'declared-paywall'),
  page('the article and its page', 'publishers', saying({ ...free, mainEntityOfPage: { '@type': 'WebPage', isAccessibleForFree: false } }), 'declared-paywall'),
  page('the last of five scripts', ours, `${saying({ '@type': 'Organization', isAccessibleForFree: false }).repeat(4)}${saying(article)}`, 'declared-paywall'),
  page('with white space', ours, script(JSON.stringify(article, null, 2)), 'declared-paywall'),
  page('microdata', google, '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="isAccessibleForFree" content="False"></div>', 'declared-paywall'),
  page('microdata with an address', 'schema.org', '<div itemscope><link itemprop="isAccessibleForFree" href="https://schema.org/False"></div>', 'declared-paywall'),
  page('a locked tier', 'Open Graph, article:content_tier', '<head><meta property="article:content_tier" content="locked"></head>', 'declared-paywall'),
]

const notDeclared: readonly PageCase[] = [
  page('a free article', google, saying(free)),
  page('an event that costs something', 'schema.org/Event', walled({ '@type': 'MusicEvent' })),
  page('a museum that costs something', 'schema.org/Museum', walled({ '@type': ['Museum', 'TouristAttraction'] })),
  page('a front page with paid articles on it', ours, saying({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: article }] })),
  page('an article that mentions another', ours, saying({ ...free, isBasedOn: article, citation: [article] })),
  page('a metered tier', 'Open Graph, article:content_tier', '<head><meta property="article:content_tier" content="metered"></head>'),
  page('nothing at all', ours, '<html><head><title>The wren</title></head><body><p>All of it.</p></body></html>'),
  page('only in the text', ours, `<body><p>${JSON.stringify(article)}</p></body>`),
  page('in a script of another type', ours, `<script type="text/plain">${JSON.stringify(article)}</script>`),
  page('commented out', ours, `<!-- ${saying(article)} -->`),
  page('not JSON', hostile, script('{"@type":"NewsArticle","isAccessibleForFree":false,')),
  page('too long', hostile, walled({ articleBody: 'a'.repeat(70_000) })),
  page('the sixth of six scripts', hostile, `${script('{"@type":"Place","isAccessibleForFree":false}').repeat(5)}${saying(article)}`),
  page('too deep to be found', hostile, script(`${'{"@type":"Place","hasPart":'.repeat(2000)}${JSON.stringify(article)}${'}'.repeat(2000)}`)),
  page('a nest of 20,000', hostile, script(`{"isAccessibleForFree":false,"@type":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)),
  page('false in a nest of 20,000', hostile, script(`{"@type":"NewsArticle","isAccessibleForFree":${'['.repeat(20_000)}false${']'.repeat(20_000)}}`)),
  page('a value that will not be text', hostile, walled({ isAccessibleForFree: { '@value': { toString: false } }, a: { isAccessibleForFree: false } })),
  page('a prototype', hostile, script('{"__proto__":{"@type":"NewsArticle","isAccessibleForFree":false}}')),
]

const withScript = (src: string) => `<head><script async src="${src}"></script></head>`
const services: readonly PageCase[] = [
  page('Piano', 'Piano, experience loader', withScript('//experience.tinypass.com/xbuilder/experience/load?aid=a1B2'), 'subscription-service'),
  page('Piano in Europe', 'Piano, experience loader', withScript('https://experience-eu.piano.io/xbuilder/experience/load?aid=a1B2'), 'subscription-service'),
  page('Poool', 'Poool, Access', withScript('https://assets.poool.fr/access.min.js'), 'subscription-service'),
  page('Zephr', 'Zephr browser', withScript('https://assets.zephr.com/zephr-browser/1.9.1/zephr-browser.umd.js'), 'subscription-service'),
  page('Substack', 'a Substack post, 2026', '<div data-testid="paywall" data-component-name="Paywall" role="region" aria-label="Paywall" class="paywall"><h2 class="paywall-title">Keep reading</h2></div>', 'substack'),
  page('Medium', 'a Medium story', '<div id="paywall-background-color"><div></div></div>', 'medium'),
  page('Ghost', 'Ghost, content-cta', '<aside class="gh-post-upgrade-cta"><div class="gh-post-upgrade-cta-content"><h2>This post is for subscribers only</h2></div></aside>', 'members'),
  page('Leaky Paywall', 'Leaky Paywall for WordPress', '<div class="leaky_paywall_message_wrap"><div id="leaky_paywall_message"></div></div>', 'members'),
  page('Memberful', 'Memberful, embed', withScript('https://js.memberful.com/embed.js'), 'members'),
  page('Supertab', 'Supertab, tab.js', withScript('https://js.supertab.co/v1/tab.js'), 'supertab'),
  page('LaterPay', 'LaterPay connector', withScript('https://connectormwi.laterpay.net/3-stable/connector.js'), 'supertab'),
  page('Subscribe with Google', 'swg-js, integration', withScript('https://news.google.com/swg/js/v1/swg.js'), 'subscribe-with-google'),
  page('subscriptions in AMP', 'AMP, amp-subscriptions', '<head><script async custom-element="amp-subscriptions" src="https://cdn.ampproject.org/v0/amp-subscriptions-0.1.js"></script></head>', 'subscribe-with-google'),
  page("Google's button for preferred sources", 'Google, publisher.js', withScript('https://news.google.com/swg/js/v1/publisher.js')),
  page("Google's free newsletters", 'Google, swg-basic.js with openaccess', withScript('https://news.google.com/swg/js/v1/swg-basic.js')),
  page('Unlock', 'Unlock Protocol, paywall', withScript('https://paywall.unlock-protocol.com/static/unlock.latest.min.js'), 'unlock'),
  page('a Substack post without a wall', ours, '<head><link rel="preconnect" href="https://substackcdn.com"></head><body><article>All of it.</article></body>'),
  page('a Ghost post without a wall', ours, '<head><meta name="generator" content="Ghost 6.0"></head><body><article>All of it.</article></body>'),
  page('an article about paywalls', ours, '<p>Piano loads <code>experience.tinypass.com/xbuilder/experience/load</code>, see <a href="https://assets.poool.fr/">Poool</a>.</p>'),
]

const payments: readonly PageCase[] = [
  page('a link to a Taler wallet', 'draft-grothoff-taler-01', '<a href="taler://pay-template/news.example/wren">Pay</a>', 'taler'),
  page('a gift from a Taler bank', 'draft-grothoff-taler-01', '<a href="taler://withdraw/bank.example/1">Take</a>'),
  page('a Lightning bill', 'BOLT 11', '<a href="lightning:LNBC1500N1PW5KJHMPP">Pay</a>', 'lightning-invoice'),
  page('a Lightning address', 'Alby, meta lightning', '<head><meta name="lightning" content="lnurlp:ada@news.example"></head>', 'lightning-tip'),
  page('a link to a Lightning address', 'LUD-16', '<a href="lightning:ada@news.example">Tip</a>', 'lightning-tip'),
  page('Web Monetization', 'Web Monetization, link', '<head><link rel="monetization" href="https://wallet.example/ada"></head>', 'web-monetization'),
  page('Web Monetization of old', 'Web Monetization, meta', '<head><meta name="monetization" content="$wallet.example/ada"></head>', 'web-monetization'),
  page('RSL', 'RSL 1.0', '<head><link rel="license" type="application/rsl+xml" href="/license.xml"></head>', 'rsl'),
  page('RSL in the page', 'RSL 1.0', '<head><script type="application/rsl+xml"><rsl></rsl></script></head>', 'rsl'),
  page('Creative Commons', 'microformats, rel-license', '<head><link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head>'),
  page('a wall, a tip and a licence: the wall first', ours, `<head><link rel="monetization" href="https://wallet.example/ada"><link rel="license" type="application/rsl+xml" href="/l.xml"></head>${saying(article)}<div data-component-name="Paywall"></div>`, 'substack', 'declared-paywall', 'web-monetization', 'rsl'),
]

export const pageCases: readonly PageCase[] = [...declared, ...notDeclared, ...services, ...payments].map((found) => ({ ...found, name: `page: ${found.name}` }))

/**
 * What in a page tells that it asks for payment in a way that Farthing names and cannot pay: selectors for
 * `document.querySelector`, one a kind of hint. Kept free of imports and small: it may run in other people's pages.
 *
 * Those of `declared` may be asked once on every page that the reader lets Farthing look at, after loading: lookups of attributes,
 * and no text is read but that of the scripts found. Those of `signs` only where there is a reason already: the page answered
 * 402, it is declared not to be free, or the reader clicked Farthing's button. A page's own variables, such as
 * `window.unlockProtocolConfig`, cannot be seen from a content script and are not asked for.
 */

/** The page says itself that it is not free: schema.org's `isAccessibleForFree`, and the content tier of Open Graph. */
export const declared = {
  /** The hint's value is the text of the script. All others have none. Worth sending only where `notFree` is in it. */
  'ld+json': 'script[type="application/ld+json"]',
  'not-free': 'meta[itemprop=isAccessibleForFree][content^="f" i],link[itemprop=isAccessibleForFree][href$="/False"],meta[property="article:content_tier"][content=locked]',
}

/** What else is on the page: a way to pay, the wall of a known service in place of the text, or the service's own script. */
export const signs = {
  taler: 'a[href^="taler://pay" i],a[href^="taler+http://pay" i]',
  'lightning-invoice': 'a[href^="lightning:lnbc" i]',
  supertab: 'script[src*=".supertab.co/"],script[src*="laterpay."]',
  unlock: 'script[src*="//paywall.unlock-protocol.com/"]',
  substack: '[data-component-name=Paywall]',
  medium: '#paywall-background-color',
  /** Ghost, Leaky Paywall, Memberful. */
  members: '.gh-post-upgrade-cta,#leaky_paywall_message,.leaky_paywall_message_wrap,script[src*="memberful.com/embed"]',
  /** Not all of /swg/: most of what is there today asks for nothing. */
  'subscribe-with-google': 'script[src$="/swg/js/v1/swg.js"],script[custom-element=amp-subscriptions]',
  /** Piano, Poool, Zephr. */
  'subscription-service': 'script[src*="/xbuilder/experience/load"],script[src*="//assets.poool.fr/"],script[src*="/zephr-browser"]',
  'web-monetization': 'link[rel~=monetization][href],meta[name=monetization][content]',
  'lightning-tip': 'meta[name=lightning][content],a[href^="lightning:" i]:not([href^="lightning:lnbc" i])',
  rsl: 'link[rel~=license][type="application/rsl+xml"],script[type="application/rsl+xml"]',
}

/** A sieve for `ld+json`, so that a page that is free sends nothing. What passes is read properly elsewhere. */
export const notFree = /"isAccessibleForFree"\s*:[\s["]*(?:https?:\/\/schema\.org\/)?false/i

/** The longest text of a script that is sent, in characters, and how many of them. */
export const longestScript = 64 * 1024
export const maxScripts = 5

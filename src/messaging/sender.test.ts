import { describe, expect, it } from 'vitest'
import type { MessageSender } from '../platform/runtime'
import { classifySender } from './sender'

const self = { id: 'farthing', origin: 'chrome-extension://farthing' }
const page = 'https://news.example/story'
const own = `${self.origin}/popup.html`

/** As measured in Chromium and Firefox: what the browser says of each place a message can come from. */
const content: MessageSender = { id: self.id, origin: 'https://news.example', url: `${page}#part`, frameId: 0, tab: { id: 7, url: page } }

describe('only the extension itself may ask for what spends', () => {
  it('takes the popup, which has no tab, for its own', () => {
    expect(classifySender({ id: self.id, origin: self.origin, url: own }, self)).toEqual({ kind: 'own' })
  })

  it('takes an extension page in its own tab for its own', () => {
    expect(classifySender({ id: self.id, origin: self.origin, url: own, frameId: 0, tab: { id: 3, url: own } }, self)).toEqual({ kind: 'own' })
  })

  it('takes a Firefox sender without origin for its own by its url', () => {
    expect(classifySender({ id: self.id, url: own }, self)).toEqual({ kind: 'own' })
  })

  it('takes a content script in the top frame for a page, without the fragment', () => {
    expect(classifySender(content, self)).toEqual({ kind: 'page', tabId: 7, windowId: null, origin: 'https://news.example', url: page })
  })

  const refused: readonly (readonly [string, MessageSender])[] = [
    ['another extension', { ...content, id: 'other' }],
    ['another extension\'s page', { id: 'other', origin: self.origin, url: own }],
    ['an extension page framed by a web page', { id: self.id, origin: self.origin, url: own, frameId: 4, tab: { id: 7, url: page } }],
    ['an extension page framed as if on top', { id: self.id, origin: self.origin, url: own, frameId: 0, tab: { id: 7, url: page } }],
    ['a look-alike of our origin', { id: self.id, url: `${self.origin}.evil.example/popup.html` }],
    ['a content script in a sub-frame', { ...content, frameId: 2 }],
    ['a sandboxed page, whose url lies', { ...content, origin: 'null' }],
    ['a page whose origin and url differ', { ...content, origin: 'https://evil.example' }],
    ['a file', { ...content, origin: 'file://', url: 'file:///home/reader/a.html' }],
    ['a page without a tab', { id: self.id, origin: 'https://news.example', url: page, frameId: 0 }],
    ['nobody', {}],
  ]
  it.each(refused)('refuses %s', (_name, sender) => {
    expect(classifySender(sender, self)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { mailWith } from './mail'

describe('an address for the mail program', () => {
  it('carries subject and letter, whatever is in them', () => {
    const address = mailWith('mailto:a.b+c@shop.example', 'A & B?', 'One\ntwo &bcc=x@y.example')
    expect(address).toBe('mailto:a.b+c@shop.example?subject=A%20%26%20B%3F&body=One%0Atwo%20%26bcc%3Dx%40y.example')
  })

  it.each(['mailto:a@b.example?bcc=x@y.example', 'MAILTO:a@b.example?cc=1&body=2'])('leaves out what the seller wrote behind it: %s', (contact) => {
    expect(mailWith(contact, 's', 'l')).toBe('mailto:a@b.example?subject=s&body=l')
  })

  it.each([null, '', 'https://b.example', 'javascript:alert(1)', 'mailto:', 'mailto:a@b.example,c@d.example', 'mailto:a%0Abcc:x@b.example', 'mailto:a@b.example\nbcc:x@y.example', 'mailto:a b@c.example'])('is none for %s', (contact) => {
    expect(mailWith(contact, 's', 'l')).toBeNull()
  })
})

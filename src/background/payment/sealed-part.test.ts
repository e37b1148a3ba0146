import { afterEach, describe, expect, it, vi } from 'vitest'
import { largestPart, partKey, sealPart } from '../../core/sealed/format'
import { writeKeyAnswer } from '../../core/sealed/key-answer'
import { fetchPart, opened } from './sealed-part'

const binding = { title: 'Hub gears', url: 'https://shop.example/gears' }
const key = partKey(new Uint8Array(32).fill(1), 'gears')
const part = (html = '<p>Oil it from inside.</p>') => sealPart(crypto.subtle, key, binding, html)

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the ciphertext of what a page sells', () => {
  const answering = (response: Response | Error) => {
    const asked = vi.fn<typeof fetch>(() => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)))
    vi.stubGlobal('fetch', asked)
    return asked
  }

  it('is fetched as a stranger, and from nowhere else than the page says', async () => {
    const file = await part()
    const asked = answering(new Response(file.slice()))
    expect(await fetchPart('https://shop.example/gears.1.sealed', 'no-cache')).toEqual({ ok: true, value: file })
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' })
  })

  it.each([
    ['is gone', () => new Response('', { status: 404 }), 'unreachable'],
    ['cannot be reached', () => new TypeError('network'), 'unreachable'],
    ['is a page', () => new Response('<p>Not found</p>'), 'not-sealed'],
    ['is empty', () => new Response(null), 'not-sealed'],
    ['is endless', () => new Response(new Uint8Array(largestPart + 1)), 'not-sealed'],
  ])('is refused where it %s', async (_, response, fault) => {
    answering(response())
    expect(await fetchPart('https://shop.example/gears.1.sealed', 'no-cache')).toEqual({ ok: false, error: fault })
  })
})

describe('an answer to a payment', () => {
  it('opens the part it belongs to', async () => {
    expect(await opened(await part(), writeKeyAnswer({ key, ...binding }))).toBe('<p>Oil it from inside.</p>')
  })

  it('opens nothing where it is another, or none', async () => {
    const file = await part()
    expect(await opened(file, writeKeyAnswer({ key, ...binding, title: 'Spokes' }))).toBeNull()
    expect(await opened(file, writeKeyAnswer({ key: partKey(key, 'x'), ...binding }))).toBeNull()
    for (const answer of [null, '', '<p>Oil it from inside.</p>', '{}']) expect(await opened(file, answer)).toBeNull()
  })
})

// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { readPaywalls, sourceOf } from './paywall'

beforeEach(() => {
  document.head.innerHTML = '<base href="https://paper.example/essays/"><title> The Lantern </title>'
  document.body.innerHTML = ''
})

const tag = (attributes: string) => `<pay-wall ${attributes}></pay-wall>`

test('reads what a tag declares', () => {
  document.body.innerHTML = tag('src="full?part=2#end" title="The rest" price="0.10" currency="USD" words="2400" keep="forever"')
  expect(readPaywalls(document)).toEqual([
    { src: 'https://paper.example/essays/full?part=2', title: 'The rest', price: '0.10', currency: 'USD', words: '2400', keep: 'forever' },
  ])
})

test('reads where a sealed part lies, and who else sells its key', () => {
  const also = 'https://two.example/k/A https://three.example/k/B javascript:alert(1) https://five.example/k/C'
  document.body.innerHTML = tag(`src="https://keys.example/k/A" sealed=" full.1.sealed#x" also=" ${also}"`) + tag('src="/plain" also="/other"') + tag('src="/bad" sealed="javascript:alert(1)"')
  expect(readPaywalls(document).map(({ sealed }) => sealed)).toEqual([
    { part: 'https://paper.example/essays/full.1.sealed', also: ['https://two.example/k/A', 'https://three.example/k/B'] },
    undefined,
    undefined,
  ])
})

test('what is not declared is null, and the title is the page’s', () => {
  document.body.innerHTML = tag('src="/full"')
  expect(readPaywalls(document)).toEqual([
    { src: 'https://paper.example/full', title: 'The Lantern', price: null, currency: null, words: null, keep: null },
  ])
})

test.each([
  ['no address', ''],
  ['an empty address', 'src="  "'],
  ['a script', 'src="javascript:alert(1)"'],
  ['inlined data', 'src="data:text/html,hi"'],
  ['a file', 'src="file:///etc/passwd"'],
  ['another extension', 'src="chrome-extension://abcdef/x.html"'],
  ['a name and password', 'src="https://me:secret@paper.example/"'],
  ['nonsense', 'src="https://["'],
  ['an address too long to send', `src="/${'a'.repeat(2048)}"`],
])('drops a tag with %s', (_, attributes) => {
  document.body.innerHTML = tag(attributes) + tag('src="/kept"')
  expect(readPaywalls(document).map(({ src }) => src)).toEqual(['https://paper.example/kept'])
})

test('cuts every text to what the worker accepts', () => {
  const long = 'x'.repeat(5000)
  document.title = long
  document.body.innerHTML = tag(`src="/a" price="${long}" currency="${long}" words="${long}" keep="${long}"`) + tag(`src="/b" title="${long}"`)
  const [first, second] = readPaywalls(document)
  expect([first?.title, first?.price, first?.currency, first?.words, first?.keep].map((text) => text?.length)).toEqual([300, 32, 8, 16, 64])
  expect(second?.title.length).toBe(300)
})

test('sends no more than twenty tags, and looks at no more than a hundred', () => {
  document.body.innerHTML = tag('src="/a"').repeat(21)
  expect(readPaywalls(document)).toHaveLength(20)
  document.body.innerHTML = tag('').repeat(100) + tag('src="/late"')
  expect(readPaywalls(document)).toEqual([])
})

test('an address is compared without its fragment', () => {
  document.body.innerHTML = tag('src="/full#one"')
  const [element] = document.getElementsByTagName('pay-wall')
  expect(element === undefined ? null : sourceOf(element)).toBe('https://paper.example/full')
})

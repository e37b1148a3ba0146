import { fakeWorker } from '../testing/fake-worker'
import { expect, it, vi } from 'vitest'
import { inPage, receiptsPage } from './receipts-page'

it('is one page from which neither the payments nor the program can break out', async () => {
  fakeWorker({})
  vi.stubGlobal('fetch', async () => new Response('run("</SCRIPT><!-- ")'))
  const json = JSON.stringify({ title: '</script><script>alert(1)</script><!--' })
  const page = await (await receiptsPage(new Blob([inPage(json)]))).text()
  expect(page.match(/<\/script/gi)).toHaveLength(2)
  expect(page).not.toContain('<!--')
  const [, told = ''] = /<script id="receipts" type="application\/json">\n(.*?)<\/script>/s.exec(page) ?? []
  expect(JSON.parse(told)).toEqual(JSON.parse(json))
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/\b(?:src|href)=|https?:\/\//)
})

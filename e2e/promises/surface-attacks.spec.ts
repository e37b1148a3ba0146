import type { Page } from 'playwright'
import { ask, askHonestly, page as html, type Answerer } from '../hostile/answers'
import { challengeFor, honestOffer } from '../hostile/challenges'
import type { HostileServer } from '../hostile/server'
import { expect, test } from '../hostile/test'
import { extensionUrl } from '../support/extension'
import type { ApprovalWindow } from '../pages/approval'
import type { Reader } from '../support/reader'
import { longUnless } from '../support/long'

// A clock that was set stays set for as long as its browser lives.
test.use({ newlyInstalled: true })

/** A page that asks for a cent and has this in its body. */
const askingWith =
  (body: string): Answerer =>
  ({ response, url }) =>
    ask(response, challengeFor(url, [honestOffer]), { body: html(body) })

/** Approval windows that are open. */
const approvals = (reader: Reader): readonly Page[] =>
  reader.extension.context.pages().filter((page) => page.url().startsWith(extensionUrl('approval.html')))

async function expectNothingPaid(reader: Reader, evil: HostileServer): Promise<void> {
  expect(await reader.payments()).toEqual([])
  expect(evil.payments).toEqual([])
  expect(await reader.balance()).toBe(5_000_000n)
}

/** Opens the approval in a window whose clock stands still, so that the second of arming is ours to give. */
async function askWithStoppedClock(reader: Reader, evil: HostileServer): Promise<ApprovalWindow> {
  evil.serve('/asking', (exchange) => askHonestly(exchange))
  const page = await reader.visit(evil.url('/asking'))
  await reader.card(page).expectText('Unlock for $0.01')
  const now = Date.now()
  await reader.extension.context.clock.install({ time: now })
  await reader.extension.context.clock.pauseAt(now + 60_000)
  const approval = await reader.ask(page)
  // What the window does before and after it has drawn itself waits for its clock: it gets just enough time for that,
  // and the look at the button may not wait for a clock that nobody moves.
  const drawn = async () => {
    await approval.page.clock.runFor(20)
    return approval.payButton.getAttribute('class', { timeout: 500 }).catch(() => null)
  }
  await expect.poll(drawn).toContain('pay-arming')
  return approval
}

/** Presses and releases the mouse on the pay button, as the `count`th click of a series. */
async function clickPay({ page, payButton }: ApprovalWindow, count: number): Promise<void> {
  const box = await payButton.boundingBox()
  if (box === null) throw new Error('the pay button is not to be seen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down({ clickCount: count })
  await page.mouse.up({ clickCount: count })
}

test.describe('attacks on the surfaces come to nothing', () => {
  test('clicks begun on the page land on the approval before it is armed', async ({ reader, evil }) => {
    const approval = await askWithStoppedClock(reader, evil)
    await clickPay(approval, 1)
    await clickPay(approval, 2)
    await approval.page.clock.runFor(800)
    await clickPay(approval, 1)
    await expectNothingPaid(reader, evil)

    // Armed: still not by the later clicks of a series, but by a click of its own.
    await approval.page.clock.runFor(3_000)
    await expect(approval.payButton).toHaveAttribute('aria-disabled', 'false')
    await clickPay(approval, 2)
    await clickPay(approval, 3)
    await expectNothingPaid(reader, evil)
    await clickPay(approval, 1)
    await expect.poll(() => evil.payments.length).toBe(1)
  })

  test('a press that began before the arming does not pay when it ends after it', async ({ reader, evil }) => {
    const { page, payButton } = await askWithStoppedClock(reader, evil)
    await payButton.hover()
    await page.mouse.down()
    await page.clock.runFor(3_000)
    await expect(payButton).toHaveAttribute('aria-disabled', 'false')
    await page.mouse.up()
    await expectNothingPaid(reader, evil)
  })

  for (const key of ['Enter', 'Space']) {
    test(`${key} held down from the page on does not pay`, longUnless(['Enter'], key), async ({ reader, evil }) => {
      const { page, payButton } = await askWithStoppedClock(reader, evil)
      await payButton.focus()
      for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down(key)
      await page.clock.runFor(3_000)
      await expect(payButton).toHaveAttribute('aria-disabled', 'false')
      for (let repeat = 0; repeat < 20; repeat += 1) await page.keyboard.down(key)
      await page.keyboard.up(key)
      await expectNothingPaid(reader, evil)
      // The same key pressed anew is the reader's.
      await page.keyboard.press(key)
      await expect.poll(() => evil.payments.length).toBe(1)
    })
  }

  test('a script in the approval window itself cannot press its button', async ({ reader, evil }) => {
    const { page, payButton } = await askWithStoppedClock(reader, evil)
    await page.clock.runFor(3_000)
    await expect(payButton).toHaveAttribute('aria-disabled', 'false')
    await payButton.dispatchEvent('pointerdown')
    await payButton.dispatchEvent('click')
    await payButton.evaluate((button: HTMLElement) => button.click())
    await expectNothingPaid(reader, evil)
  })

  const disguises = {
    'a page that is nearly transparent': '<style>html { opacity: 0.01 }</style>',
    'a bait over the card that lets clicks through':
      '<div popover="manual" style="position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: none">Win a prize: click here</div><script>document.querySelector("div").showPopover()</script>',
  }
  for (const [name, body] of Object.entries(disguises)) {
    test(`${name} wins an open approval at most`, async ({ reader, evil }) => {
      evil.serve('/disguised', askingWith(body))
      const approval = await reader.ask(await reader.visit(evil.url('/disguised')))
      await expect(approval.payButton).toBeVisible()
      expect(approvals(reader)).toHaveLength(1)
      await expectNothingPaid(reader, evil)
    })
  }

  test('clicks and keys made by the page do nothing to the card', async ({ reader, evil }) => {
    evil.serve('/pressing', askingWith('<h1>Pressing</h1>'))
    const page = await reader.visit(evil.url('/pressing'))
    await reader.card(page).expectText('Unlock for $0.01')
    const pressed = await page.evaluate(() => {
      const everything = new Set<Element>(document.querySelectorAll('*'))
      for (let x = 0; x < innerWidth; x += 20) {
        for (let y = 0; y < innerHeight; y += 20) for (const found of document.elementsFromPoint(x, y)) everything.add(found)
      }
      const options = { bubbles: true, composed: true, cancelable: true, clientX: innerWidth - 60, clientY: innerHeight - 60, key: 'Enter' }
      for (const element of everything) {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) element.dispatchEvent(new MouseEvent(type, options))
        for (const type of ['keydown', 'keyup']) element.dispatchEvent(new KeyboardEvent(type, options))
        if (element instanceof HTMLElement) element.focus()
        if (element instanceof HTMLElement) element.click()
      }
      return { elements: everything.size, roots: [...everything].filter((element) => element.shadowRoot !== null).length }
    })
    expect(pressed.elements).toBeGreaterThan(4)
    expect(pressed.roots, 'the root is closed').toBe(0)
    await reader.card(page).expectText('Unlock for $0.01')
    expect(approvals(reader)).toHaveLength(0)
    await expectNothingPaid(reader, evil)
  })

  test('no page of the extension loads in a frame or an object', async ({ reader, evil }) => {
    const pages = ['popup.html', 'approval.html', 'dashboard.html', 'onboarding.html'].map(extensionUrl)
    const frames = pages.map((url) => `<iframe src="${url}" width="400" height="300"></iframe><object data="${url}" width="400" height="300"></object>`)
    evil.serve('/framing', askingWith(frames.join('')))
    const page = await reader.visit(evil.url('/framing'))
    await reader.card(page).expectText('Unlock for $0.01')
    const inside = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(inside.length).toBeGreaterThanOrEqual(pages.length)
    for (const frame of inside) {
      expect(frame.url()).not.toContain('chrome-extension://')
      expect(await frame.evaluate(() => document.body.innerText).catch(() => '')).not.toMatch(/Farthing|purse|password/i)
    }
    await expectNothingPaid(reader, evil)
  })

  test('a page that asks for windows again and again gets one', async ({ reader, evil }) => {
    evil.serve('/again', askingWith('<h1>Again</h1>'))
    const page = await reader.visit(evil.url('/again'))
    const approval = await reader.ask(page)
    await expect(approval.payButton).toBeVisible()
    for (let time = 0; time < 5; time += 1) await reader.card(page).press()
    expect(approvals(reader)).toHaveLength(1)
    await expectNothingPaid(reader, evil)
  })
})

import type { CDPSession, Page } from 'playwright'
import { expect } from './expect'

/** Where the keyboard is, as a screen reader is told of it. */
export interface Stop {
  readonly role: string
  readonly name: string
}

interface Focused {
  readonly stop: Stop
  /** The element, as the debugger numbers them. */
  readonly node: number
}

/**
 * A reader without a mouse: everything by keys. Each place at which a key leaves the focus has to be seen, by its ring, and not to
 * be hidden under something; only headings, where a screen begins, have none.
 */
export class Keys {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Keys> {
    await page.bringToFront()
    return new Keys(page, await page.context().newCDPSession(page))
  }

  /** The place that has the focus, closed shadow roots as well; null where it is nowhere. */
  async at(): Promise<Stop | null> {
    return (await this.#focused())?.stop ?? null
  }

  /** Presses a key, or several held together: "Shift+Tab". */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Goes on with Tab until a place is reached, and gives the names of those passed on the way. */
  async to(role: string, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
    const passed: string[] = []
    let found = await this.#focused()
    for (let presses = 0; presses < 60; presses += 1) {
      await this.press(key)
      found = await this.#left(found?.node ?? null)
      if (found === null) continue
      expect(await this.#lostness(found.node), `${found.stop.role} ${found.stop.name}`).toBe('')
      if (found.stop.role === role && isNamed(found.stop, name)) return passed
      passed.push(found.stop.name)
    }
    throw new Error(`Tab does not lead to the ${role} ${String(name)}, but to ${passed.join(' | ')}`)
  }

  /** The same, and presses it. */
  async go(role: string, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<readonly string[]> {
    const passed = await this.to(role, name)
    await this.press(key)
    return passed
  }

  /** Something that came on screen has taken the focus. */
  async expectAt(role: string, name: string | RegExp): Promise<void> {
    await expect.poll(async () => {
      const stop = await this.at()
      return stop !== null && stop.role === role && isNamed(stop, name) ? 'there' : `at ${stop?.role ?? 'nothing'} ${stop?.name ?? ''}`
    }).toBe('there')
  }

  /** Where the focus is once it has left a place. A page that takes it back there fails here. */
  async #left(place: number | null): Promise<Focused | null> {
    if (place === null) return this.#focused()
    let found: Focused | null = null
    await expect.poll(async () => (found = await this.#focused())?.node, { message: 'the focus stays where it was' }).not.toBe(place)
    return found
  }

  async #focused(): Promise<Focused | null> {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree')
    const found = nodes.find(({ properties, role, ignored }) => !ignored && role?.value !== 'RootWebArea' && properties?.some((one) => one.name === 'focused' && one.value.value === true))
    return found === undefined ? null : { stop: { role: String(found.role?.value), name: String(found.name?.value ?? '') }, node: found.backendDOMNodeId ?? 0 }
  }

  /** What is wrong with a place of the focus; empty for nothing. */
  async #lostness(backendNodeId: number): Promise<string> {
    const { object } = await this.session.send('DOM.resolveNode', { backendNodeId })
    const { result } = await this.session.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration: String(lostness), returnByValue: true })
    return String(result.value)
  }
}

const isNamed = ({ name }: Stop, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name))

/** Runs on the element. */
function lostness(this: Element): string {
  const isRinged = [this, this.parentElement ?? this].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
  })
  const { left, top, right, bottom } = this.getBoundingClientRect()
  const isInside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  return [isRinged ? '' : 'has no ring', isInside ? '' : 'is out of sight'].filter((part) => part !== '').join(', ')
}

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { Arming, armingDelay } from './arming'

const mouse = { isTrusted: true, detail: 1 }
const keyboard = { isTrusted: true, detail: 0 }

describe('arming', () => {
  let time = 0
  let arming = new Arming(() => time)
  beforeEach(() => {
    time = 5000
    arming = new Arming(() => time)
  })
  const armed = () => {
    arming.attend(true)
    time += armingDelay
  }
  const click = () => {
    arming.pointerDown()
    return arming.accepts(mouse)
  }

  it('obeys a click once the window has been seen for a full second, and not a millisecond before', () => {
    arming.attend(true)
    time += armingDelay - 1
    expect(arming.remaining()).toBe(1)
    expect(click()).toBe(false)
    time += 1
    expect(arming.remaining()).toBe(0)
    expect(click()).toBe(true)
  })

  it('never arms while nobody looks', () => {
    time += 60_000
    expect(arming.remaining()).toBeNull()
    expect(click()).toBe(false)
  })

  it('counts only an unbroken second', () => {
    arming.attend(true)
    time += 900
    arming.attend(false)
    arming.attend(true)
    time += 900
    expect(click()).toBe(false)
    time += 100
    expect(click()).toBe(true)
  })

  it('disarms at once when the window is left', () => {
    armed()
    arming.attend(false)
    expect(click()).toBe(false)
  })

  it('is not reset by hearing twice that the window is seen', () => {
    arming.attend(true)
    time += 600
    arming.attend(true)
    time += 400
    expect(click()).toBe(true)
  })

  it('begins again when something else is to be read', () => {
    armed()
    arming.restart()
    expect(click()).toBe(false)
    time += armingDelay
    expect(click()).toBe(true)
  })

  it('does not start by itself when something new appears unseen', () => {
    arming.restart()
    time += armingDelay
    expect(arming.armed).toBe(false)
  })

  it('ignores a press that began before arming and was let go after', () => {
    arming.attend(true)
    time += armingDelay - 1
    arming.pointerDown()
    time += 500
    expect(arming.accepts(mouse)).toBe(false)
    expect(click()).toBe(true)
  })

  it('ignores a click whose press began outside this window', () => {
    armed()
    expect(arming.accepts(mouse)).toBe(false)
  })

  it('ignores the second click of a double-click', () => {
    armed()
    arming.pointerDown()
    expect(arming.accepts({ isTrusted: true, detail: 2 })).toBe(false)
  })

  it('ignores events made by a script', () => {
    armed()
    arming.pointerDown()
    expect(arming.accepts({ isTrusted: false, detail: 1 })).toBe(false)
  })

  it('lets each press count once', () => {
    armed()
    expect(click()).toBe(true)
    expect(arming.accepts(mouse)).toBe(false)
  })

  it('obeys a key pressed after arming, and not one held since before', () => {
    armed()
    arming.keyDown(true)
    expect(arming.accepts(keyboard)).toBe(false)
    arming.keyDown(false)
    expect(arming.accepts(keyboard)).toBe(true)
  })

  it('ignores a key pressed before arming and let go after', () => {
    arming.attend(true)
    arming.keyDown(false)
    time += armingDelay
    expect(arming.accepts(keyboard)).toBe(false)
  })

  it('obeys a screen reader, which clicks without a key, once armed', () => {
    arming.attend(true)
    expect(arming.accepts(keyboard)).toBe(false)
    time += armingDelay
    expect(arming.accepts(keyboard)).toBe(true)
  })

  it('obeys nothing, whatever happened before, unless the last second was seen without a break', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 1500 }) }),
      fc.record({ type: fc.constant('attend' as const), on: fc.boolean() }),
      fc.record({ type: fc.constantFrom('restart' as const, 'pointer' as const, 'key' as const, 'click' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let now = 0
        let brokenAt: number | null = 0
        const subject = new Arming(() => now)
        let attended = false
        for (const did of steps) {
          if (did.type === 'wait') now += did.ms
          else if (did.type === 'attend') {
            if (did.on !== attended) brokenAt = now
            attended = did.on
            subject.attend(did.on)
          } else if (did.type === 'restart') {
            brokenAt = now
            subject.restart()
          } else if (did.type === 'pointer') subject.pointerDown()
          else if (did.type === 'key') subject.keyDown(false)
          else if (subject.accepts(mouse) || subject.accepts(keyboard)) expect(attended && now - brokenAt >= armingDelay).toBe(true)
        }
      }),
    )
  })
})

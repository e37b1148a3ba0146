// @vitest-environment happy-dom
import type { ComponentType } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { show } from '../testing/screen'
import type { PageProps } from './page'
import { screenFrom, useScreen, type Screen } from './screen'

const Bread = ({ detail }: PageProps) => <p>Bread {detail}</p>
const Salt = () => <p>Salt</p>

interface Asked {
  readonly arrive: (view: ComponentType<PageProps>) => void
  readonly fail: () => void
}

let asked: Asked[]
const slow = (): Screen => screenFrom(async () => new Promise((resolve, reject) => asked.push({ arrive: resolve, fail: () => reject(new Error('gone')) })))

beforeEach(() => {
  asked = []
})

const gone = 'It cannot be read.'
let goTo: (page: string, detail?: string) => Promise<void>

/** Two screens that come when they are told to. */
async function open() {
  const screens: Record<string, Screen> = { bread: slow(), salt: slow() }
  function Place({ page, detail }: { readonly page: string; readonly detail: string | null }) {
    const shown = useScreen(screens[page] ?? slow(), { page, detail, query: '' })
    if (shown.state === 'waiting') return <p>Waiting</p>
    if (shown.state === 'failed') return <button onClick={shown.retry}>{gone}</button>
    return <shown.View detail={shown.route.detail} query="" />
  }
  const screen = await show(<Place page="bread" detail="1" />)
  const { render } = await import('preact')
  goTo = async (page, detail) => {
    await act(() => render(<Place page={page} detail={detail ?? null} />, screen.root))
    await screen.settle()
  }
  const come = async (place: number, view: ComponentType<PageProps>) => {
    await act(async () => asked[place]?.arrive(view))
    await screen.settle()
  }
  return { screen, come }
}

it('is waited for once, and is there at once the next time', async () => {
  const { screen, come } = await open()
  expect(screen.text()).toBe('Waiting')
  await come(0, Bread)
  expect(screen.text()).toBe('Bread 1')
  await goTo('bread', '2')
  expect(screen.text()).toBe('Bread 2')
  expect(asked).toHaveLength(1)
})

it('leaves what was shown as it was until it has come', async () => {
  const { screen, come } = await open()
  await come(0, Bread)
  await goTo('salt', '3')
  expect(screen.text()).toBe('Bread 1')
  await come(1, Salt)
  expect(screen.text()).toBe('Salt')
})

it('that comes after the reader has gone elsewhere is not shown', async () => {
  const { screen, come } = await open()
  await goTo('salt')
  await come(0, Bread)
  expect(screen.text()).toBe('Waiting')
  await come(1, Salt)
  expect(screen.text()).toBe('Salt')
})

it('that cannot be read says so, and is asked for again when the reader wants it', async () => {
  const { screen, come } = await open()
  await act(async () => asked[0]?.fail())
  await screen.settle()
  expect(screen.text()).toBe(gone)
  await screen.click(gone)
  await come(1, Bread)
  expect(screen.text()).toBe('Bread 1')
})

/**
 * `npm start`: a browser with the wallet in it, at the door of a newspaper that sells single articles for test money.
 * `npm start -- --sell my-site` sells a folder of pages of one's own beside it.
 * `npm start -- --tour`, or where there is no display: one reader's whole way by itself, with pictures in demo/out.
 */
import { parseArgs } from 'node:util'
import { takeTour } from './tour'
import { visit } from './visit'

const { values } = parseArgs({ options: { tour: { type: 'boolean', default: false }, sell: { type: 'string' } } })

try {
  process.exitCode = values.tour || !hasDisplay() ? await takeTour() : await visit(values.sell ?? null)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || [DISPLAY, WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '')
}

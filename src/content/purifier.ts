import DOMPurify from 'dompurify'

/**
 * Leaves the sanitiser for the card, which looks it up when it is used, and for the dashboard's reader, so that it lies in the package once (webpack.config.ts, externals).
 * Under a symbol: a page can put something of its own in the place of any other name.
 */
Object.defineProperty(globalThis, Symbol.for('farthing.purifier'), { value: DOMPurify, configurable: true })

import DOMPurify from 'dompurify'

/**
 * Leaves the sanitiser for the card and for the dashboard's reader, which look it up when it is used, so that it lies in the package
 * once (webpack.config.ts, externals). Under a symbol: a page can put something of its own in the place of any other name.
 */
Object.defineProperty(globalThis, Symbol.for('farthing.purifier'), { value: DOMPurify, configurable: true })

/** What each bundle may weigh, in bytes after gzip (DESIGN "Budgets of cost"). Over it, the build fails. */
export const bundleBudgets: Readonly<Record<string, number>> = {
  'detector.js': 3 * 1024,
  'hints.js': 2 * 1024,
  'purifier.js': 13 * 1024,
  'card.js': 8 * 1024,
  'keeper.js': 16 * 1024,
}

/** What the whole extension may weigh, in bytes, zipped, with one language. */
export const zipBudget = 600 * 1024

/**
 * What each further language may add to it, in bytes, zipped: its words, and its name and description for the browser. What Farthing says
 * is as long as a short book, legal texts, help and letters of complaint among it; Arabic and Japanese, two and three bytes a letter, take
 * 47 to 50 KB of it. A reader's device reads one language, and none for English.
 */
export const languageBudget = 52 * 1024

/** Which further language a file of the package belongs to; null for all that every reader needs. */
export const languageOf = (file: string): string | null => /^(?:language-|_locales\/(?!en\/))([a-z]+)/.exec(file)?.[1] ?? null

/** What the scripts for writers' pages may weigh, in bytes after gzip. Over it, their build fails. */
export const scriptBudgets: Readonly<Record<string, number>> = {
  'pay-wall.js': 13 * 1024,
  'pay-wall-worker.js': 1024,
  'pay-tip.js': 7.5 * 1024,
}

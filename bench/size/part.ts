import { zipBudget } from '../../scripts/budgets'
import { readInside } from '../../scripts/inside'
import { isForAll, measureBuild, zipOf } from '../../scripts/weigh'
import { budget, figure, type Cell, type Effort, type Part } from '../result/part'
import { spread } from '../result/spread'

const shown = 4
const kib = (bytes: number): Cell => figure(spread([bytes / 1024]), 'KiB')

/** What is in the package. */
export async function sizePart({ quick }: Effort): Promise<Part> {
  const files = await measureBuild('dist/chrome')
  const scripts = files.filter(({ name }) => /\.(js|css)$/.test(name))
  const inside = quick ? null : await readInside()
  const named = (file: string): string => (inside?.get(file) ?? []).slice(0, shown).map(({ name, gzipped }) => `${name} ${(gzipped / 1024).toFixed(1)}`).join(', ')
  const zipped = zipOf(files.filter(isForAll)) / 1024
  return {
    title: 'Size',
    about: 'Every file with code or style of the published build, minified and compressed by itself, and the four largest of what is inside (KiB, each compressed alone). `npm run size` tells all of it.',
    tables: [
      {
        title: 'Bundles',
        says: inside === null ? 'A quick run does not look inside.' : '',
        head: ['', 'minified', 'gzipped', 'largest inside'],
        rows: [...scripts.map(({ name, minified, gzipped }) => ({ name, cells: [kib(minified), kib(gzipped), named(name)] })), { name: 'The whole, zipped', cells: ['', kib(zipped * 1024), ''] }],
      },
    ],
    charts: [{ kind: 'bars', name: 'size', title: 'The largest files, gzipped', unit: 'KiB', bars: scripts.slice(0, 12).map(({ name, gzipped }) => ({ name, length: gzipped / 1024, spread: null })) }],
    budgets: [budget('The whole extension, zipped', figure(spread([zipped]), 'KiB'), zipBudget / 1024)],
  }
}

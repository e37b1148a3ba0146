import { expect } from './expect'
import type { Asked } from './extension'
import { password, type Reader } from './reader'

/** A piece of The Lantern that costs five cents and was not bought before: an issue of its own of the same piece. */
export async function issue({ extension, world }: Reader, number: number): Promise<string> {
  // The paper knows its readers again by their cookies, whatever the issue.
  await extension.context.clearCookies()
  return `${world.articles.paid}?issue=${String(number)}`
}

/** Buys two issues, after which a reader may be asked. Returns the second one's id. */
export async function twoPurchases(reader: Reader): Promise<string> {
  for (const number of [1, 2]) {
    const page = await reader.visit(await issue(reader, number))
    await reader.unlock(page)
    await page.close()
  }
  await expect.poll(async () => (await reader.payments()).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  return (await reader.payments())[0]?.id ?? ''
}

/** Buys twice, and allows what comes next without a question: up to five cents each, a quarter of a dollar a day. */
export async function allowed(reader: Reader, change: Partial<Asked<'allowances.add'>> = {}): Promise<void> {
  const purchase = await twoPurchases(reader)
  await reader.extension.askGuarded(reader.desk, 'allowances.add', { purchase, perPayment: '50000', perDay: '250000', days: 30, ...change }, password)
}

/** What follows comes faster than anybody reads, and would be asked about for that: the watch looks away from it. */
export async function hurries({ extension, desk }: Reader): Promise<void> {
  for (const guard of ['burst', 'unusual', 'twice'] as const) await extension.askGuarded(desk, 'watch.set', { guard, level: 'off' }, password)
}

/** The payments without a question that the system tells of now, as a person sees it beside any page. */
export const announced = (reader: Reader): Promise<readonly string[]> => shown(reader, 'unasked:')

/** Alarms of one kind (background/watch/alarm) that the system shows now. */
export const alarmed = (reader: Reader, kind: 'fell' | 'tries' | 'confirmed'): Promise<readonly string[]> => shown(reader, `${kind}:`)

async function shown({ extension }: Reader, prefix: string): Promise<readonly string[]> {
  const worker = await extension.worker()
  return (await worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()))).filter((id) => id.startsWith(prefix))
}

import * as v from 'valibot'
import { figure, type Cell, type Effort, type Part, type Unit } from '../result/part'
import { ratio, spread } from '../result/spread'
import { runProgram } from './run'

const candidate = v.object({ name: v.string(), times: v.array(v.number()), memoryMiB: v.number(), timesBaseline: v.number() })

/** Parameters of the derivation against the time that an unlock takes. */
export async function vaultPart({ quick }: Effort): Promise<Part> {
  const { lines } = v.parse(v.object({ lines: v.array(candidate) }), await runProgram('vault', ['--rounds', quick ? '3' : '11']))
  const base = lines.at(-1)?.times ?? []
  return {
    title: 'Vault',
    about: 'What it takes to make the key that opens the wallet from a password, in the extension’s own worker, from `npm run bench:vault`, which also tells what a guess costs whoever has stolen a profile. Farthing uses Argon2id with 64 MiB and three passes; 900,000 rounds of PBKDF2 are what MetaMask’s and Rabby’s vaults use.',
    tables: [
      {
        title: 'From a password to a key',
        says: '',
        head: ['', 'time', 'beside PBKDF2 900,000', 'memory a guess'],
        rows: lines.map(({ name, times, memoryMiB }) => ({ name, cells: [figure(spread(times), 'ms'), figure(ratio(times, base), '×'), memoryMiB === 0 ? 'under 1 KiB' : `${memoryMiB} MiB`] })),
      },
    ],
    charts: [{ kind: 'bars', name: 'vault', title: 'From a password to a key', unit: 'ms', bars: lines.map(({ name, times }) => ({ name, length: spread(times).median, spread: spread(times) })) }],
    budgets: [],
  }
}

const cost = v.object({ name: v.string(), times: v.array(v.array(v.number())) })

/** What the watch costs a decision. */
export async function riskPart(): Promise<Part> {
  const { lines, histories } = v.parse(v.object({ lines: v.array(cost), histories: v.array(v.number()) }), await runProgram('risk'))
  return {
    title: 'Risk',
    about: 'What judging one payment costs, from `npm run bench:risk`: the guards, and the learned part beside logistic regression, the least that a learned score can be.',
    tables: [
      {
        title: 'A decision',
        says: '',
        head: ['', ...histories.flatMap((payments) => [`${payments.toLocaleString('en')} before`])],
        rows: lines.map(({ name, times }) => ({ name, cells: times.map((one) => figure(spread(one), 'µs')) })),
      },
    ],
    charts: [],
    budgets: [],
  }
}

const seller = v.object({ name: v.string(), rounds: v.object({ asked: v.array(v.number()), sold: v.array(v.number()), returned: v.array(v.number()), work: v.array(v.number()) }) })

/** What one instance of the creator kit holds, beside the bare middleware. */
export async function tillPart(): Promise<Part> {
  const { lines } = v.parse(v.object({ lines: v.array(seller) }), await runProgram('till'))
  const bare = lines[0]?.rounds
  if (bare === undefined) throw new Error('nobody has sold anything')
  const both = (own: readonly number[], peer: readonly number[], unit: Unit): readonly Cell[] => (own.length === 0 ? ['not offered', null] : [figure(spread(own), unit), peer.length === 0 ? null : figure(ratio(own, peer), '×')])
  const head = ['', 'prices', 'beside bare', 'sold', 'beside bare', 'opened again', 'work for a price', 'beside bare']
  return {
    title: 'Creator kit',
    about: 'What one instance sells, eight readers at once, beside `@x402/express` on its own, from `npm run bench:till`. The kit speaks two dialects, knows its readers again and keeps books; the middleware alone does none of that. With eight at once, a request takes eight divided by the requests a second.',
    tables: [
      {
        title: 'Requests a second, and milliseconds of the seller’s own work',
        says: '',
        head,
        rows: lines.map(({ name, rounds }) => ({
          name,
          cells: [...both(rounds.asked, bare.asked, 'a second'), ...both(rounds.sold, bare.sold, 'a second'), both(rounds.returned, [], 'a second')[0] ?? null, ...both(rounds.work, bare.work, 'ms')],
        })),
      },
    ],
    charts: [{ kind: 'bars', name: 'till', title: 'Sold a second by one instance', unit: 'a second', bars: lines.map(({ name, rounds }) => ({ name, length: spread(rounds.sold).median, spread: spread(rounds.sold) })) }],
    budgets: [],
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filing } from '../../core/dispute/dispute.fixtures'
import { modelRuns } from '../../core/purchase/runs.model.fixtures'
import { newSealer } from '../../store/database.fixtures'
import { Disk } from '../../store/disk.model.fixtures'
import { DisputeRepository } from '../../store/disputes'
import { ExportLinesStore } from '../../store/export-lines'
import { labelRepository } from '../../store/labels'
import { anyMoves, type Move } from '../../store/moves.model.fixtures'
import { pick, type Shelf } from '../../store/shelf.model.fixtures'
import { makeLines } from './make-lines'
import { paymentWriter } from './payment-record'

const { numRuns, timeout } = modelRuns(20)

/** Something that befalls a payment between two moves of the books, and while its lines are made. */
type Change =
  | { readonly what: 'note'; readonly which: number; readonly note: string | null }
  | { readonly what: 'tags'; readonly which: number; readonly tags: readonly string[] }
  | { readonly what: 'asked back' | 'escalated'; readonly which: number }
  | { readonly what: 'nothing' }
/** Lines are made, and kept unless something changes meanwhile. */
interface Befalls {
  readonly isMade: boolean
  readonly meanwhile: Change
  readonly then: Change
}

const which = fc.nat(7)
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ what: fc.constant('note' as const), which, note: fc.option(fc.constantFrom('train', 'garden')) }),
  fc.record({ what: fc.constant('tags' as const), which, tags: fc.subarray(['birds', 'work']) }),
  fc.record({ what: fc.constantFrom('asked back' as const, 'escalated' as const), which }),
  { weight: 3, arbitrary: fc.constant({ what: 'nothing' as const }) },
)
const anyBefalls: fc.Arbitrary<Befalls> = fc.record({ isMade: fc.boolean(), meanwhile: fc.oneof({ weight: 3, arbitrary: fc.constant({ what: 'nothing' as const }) }, anyChange), then: anyChange })

const deskOf = ({ db, books: purchases }: Disk) => {
  const sealer = newSealer()
  return { purchases, labels: labelRepository(db, sealer), disputes: new DisputeRepository(db, sealer), exportLines: new ExportLinesStore(db, sealer) }
}
type Desk = ReturnType<typeof deskOf>

async function change(one: Change, shelf: Shelf, { labels, disputes }: Desk): Promise<void> {
  if (one.what === 'nothing') return
  const id = pick(shelf, one.which)?.id
  if (id === undefined) return
  const label = await labels.read(id)
  if (one.what === 'note') await labels.write(id, { ...label, note: one.note })
  else if (one.what === 'tags') await labels.write(id, { ...label, tags: [...one.tags] })
  else if (one.what === 'asked back') await disputes.file(`about ${id}`, id, { type: 'filed', filing }, 1)
  else await disputes.append(`about ${id}`, 'reader', { type: 'escalated', to: 'a bank' }, 2)
}

/** All at once, as a file has them. */
async function made(desk: Desk, meanwhile: () => Promise<void> = async () => undefined): Promise<string> {
  let isFirst = true
  const rest = async (): Promise<void> => {
    if (isFirst) await meanwhile()
    isFirst = false
  }
  let text = ''
  for await (const lines of makeLines(desk, 0, paymentWriter(), { atOnce: 1, rest })) text += lines.text + (await inflated(lines.deflated))
  return text
}

const inflated = async (bytes: Uint8Array | null): Promise<string> =>
  bytes === null ? '' : new Response(new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()

/** What is kept ready, if anything is, is to the byte what would be made now. Of a damaged story it may know what that was. */
async function audit(shelf: Shelf, disk: Disk): Promise<void> {
  const desk = deskOf(disk)
  const kept = await desk.exportLines.read(0)
  if (kept === null) return
  const intact = new Set(shelf.kept.filter(({ journal }) => journal).map(({ id }) => id))
  const lines = (text: string) => text.split(',\n').filter((line) => line === '' || intact.has((JSON.parse(line) as { id: string }).id))
  const fresh = await made({ ...desk, exportLines: { begin: async () => undefined, keep: async () => undefined } as unknown as ExportLinesStore })
  expect(lines(await inflated(kept.deflated))).toEqual(lines(fresh))
}

let times = 0

function* between(moves: Iterable<Move>, befalls: readonly Befalls[]): Iterable<Move> {
  let next = 0
  for (const move of moves) {
    const one = befalls[(next += 1) % befalls.length]
    yield {
      check: (shelf) => move.check(shelf),
      toString: () => `${move.toString()}, then ${JSON.stringify(one)}`,
      async run(shelf, disk) {
        await move.run(shelf, disk)
        if (one === undefined) return
        await audit(shelf, disk)
        if (one.isMade) await made(deskOf(disk), () => change(one.meanwhile, shelf, deskOf(disk)))
        await audit(shelf, disk)
        if ((await deskOf(disk).exportLines.read(0)) !== null) times += 1
        await change(one.then, shelf, deskOf(disk))
        await audit(shelf, disk)
      },
    }
  }
}

describe('lines that are kept ready, through payments, refunds, disputes, notes, tags, crashes and restarts in any order', () => {
  it('are to the byte what would be made now', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoves(), fc.array(anyBefalls, { minLength: 1, maxLength: 30 }), which, async (moves, befalls, gone) => {
        const disk = new Disk()
        const shelf: Shelf = { kept: [], balances: new Map<string, bigint>() }
        await fc.asyncModelRun(() => ({ model: shelf, real: disk }), between(moves, befalls))
        await made(deskOf(disk))
        await disk.db.purchases.delete(pick(shelf, gone)?.id ?? '')
        await audit(shelf, disk)
        await disk.db.delete()
      }),
      { numRuns },
    )
    expect(times, 'there were some to be compared').toBeGreaterThan(0)
  }, timeout)
})

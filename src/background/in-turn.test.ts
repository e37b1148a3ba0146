import { expect, test } from 'vitest'
import { inTurn } from './in-turn'

test('what was given first is done first, however long it takes', async () => {
  const done: string[] = []
  const ends = new Map<string, () => void>()
  const give = inTurn<string>(async (one) => {
    await new Promise<void>((resolve) => ends.set(one, resolve))
    done.push(one)
  })
  const [signed, sent] = [give('signed'), give('sent')]
  await Promise.resolve()
  expect([...ends.keys()]).toEqual(['signed'])
  ends.get('signed')?.()
  await signed
  expect(done).toEqual(['signed'])
  await Promise.resolve()
  ends.get('sent')?.()
  await sent
  expect(done).toEqual(['signed', 'sent'])
})

test('what fails holds up neither the next nor who gave it', async () => {
  const done: string[] = []
  const give = inTurn<string>(async (one) => {
    if (one === 'broken') throw new Error('a tab is gone')
    done.push(one)
  })
  await expect(give('broken')).resolves.toBeUndefined()
  await give('next')
  expect(done).toEqual(['next'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networks } from '../networks/networks'
import { readFunding } from './funding'
import { isFundingManifest } from './target'

const ada = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65'
const base = networks.find(({ id }) => id === 'eip155:8453')
const channels = (...addresses: readonly unknown[]) => ({
  version: 'v1.0.0',
  entity: { type: 'individual', role: 'owner', name: 'Ada Byron', email: 'ada@ada.example' },
  funding: { channels: addresses.map((address, at) => ({ guid: String(at), type: 'other', address })), plans: [] },
})

describe('a funding.json', () => {
  it('names the first account that can be tipped, among banks and pages of services', () => {
    const found = readFunding(channels('IBAN CH93 0076', 'https://opencollective.com/ada', `eip155:1:${ada}`, `eip155:8453:${ada}`, `ethereum:${ada}@84532`))
    expect(found).toEqual({ account: { network: base, to: ada }, name: 'Ada Byron' })
    expect(readFunding(channels(`ethereum:${ada}@8453`))?.account.to).toBe(ada)
  })

  it.each([
    [`eip155:8453:${ada}0`],
    [`eip155:8453:${ada.toUpperCase()}`],
    [`bip122:8453:${ada}`],
    [ada],
  ])('does not take %s for one', (address) => expect(readFunding(channels(address))).toBeNull())

  it.each([null, [], {}, { funding: null }, { funding: { channels: 'all' } }, channels(7), channels()])('names nobody in %j', (json) => {
    expect(readFunding(json)).toBeNull()
  })

  it('calls whoever it is nothing where it says nothing, and nothing invisible', () => {
    const { funding } = channels(`eip155:8453:${ada}`)
    expect(readFunding({ funding })?.name).toBe('')
    expect(readFunding({ funding, entity: { name: 'Ada\u202E\n Byron' } })?.name).toBe('Ada Byron')
  })

  it('never throws, and finds nobody in noise', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (json, some) => {
        expect([readFunding(json), readFunding(channels(...some))]).toEqual([null, null])
      }),
    )
  })
})

it('is known by its name', () => {
  expect(['https://ada.example/funding.json', 'https://ada.example/a/funding.json?v=2'].map(isFundingManifest)).toEqual([true, true])
  expect(['https://ada.example/funding.json/x', 'https://ada.example/my-funding.json', 'nowhere'].map(isFundingManifest)).toEqual([false, false, false])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from './database'
import { migrate } from './migrate'
import { migrations } from './migrations'

let database: Database
beforeAll(async () => {
  database = await openDatabase('memory://')
}, 60_000)
afterAll(() => database.close())

describe('the books of a shop', () => {
  it('are brought up to date once', async () => {
    await migrate(database)
    expect(await database.query('select version from farthing_version order by version')).toEqual(migrations.map((_, index) => ({ version: index + 1 })))
  })

  it('are not touched by a program that is older than they are', async () => {
    await database.query('insert into farthing_version (version) values ($1)', [999])
    await expect(migrate(database)).rejects.toThrow('Use a newer one')
    await database.query('delete from farthing_version where version = 999')
  })

  it('take money as whole numbers of any size and give it back the same', async () => {
    const amount = 2n ** 200n + 1n
    expect(await database.query('select $1::numeric(78)::text as amount', [amount])).toEqual([{ amount: amount.toString() }])
  })

  it('keep all of a transaction, or nothing', async () => {
    const failed = database.transaction(async (sql) => {
      await sql.query(`insert into farthing_settings (name, value) values ('half', 'written')`)
      throw new Error('the power went')
    })
    await expect(failed).rejects.toThrow('the power went')
    expect(await database.query(`select * from farthing_settings where name = 'half'`)).toEqual([])
  })
})

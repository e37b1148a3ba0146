import { describe, expect, it } from 'vitest'
import { hrefOf, parseRoute } from './route'

const pages = ['overview', 'history']

describe('parseRoute', () => {
  it.each([
    ['', 'overview', null],
    ['#', 'overview', null],
    ['#/history', 'history', null],
    ['#/history/', 'history', null],
    ['#history/7', 'history', '7'],
    ['#/history/7/more', 'history', '7'],
    ['#/history?site=a.example/b', 'history', null],
    ['#/history/7?site=?', 'history', '7'],
    ['#/elsewhere/7', 'overview', null],
    ['#/__proto__', 'overview', null],
  ])('reads %j', (hash, page, detail) => {
    expect(parseRoute(hash, pages)).toEqual({ page, detail })
  })

  it('finds what hrefOf names', () => {
    expect(parseRoute(hrefOf('history', 'b7'), pages)).toEqual({ page: 'history', detail: 'b7' })
    expect(parseRoute(hrefOf('overview'), pages)).toEqual({ page: 'overview', detail: null })
  })
})

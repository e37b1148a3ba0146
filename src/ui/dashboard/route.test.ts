import { describe, expect, it } from 'vitest'
import { hrefOf, parseRoute } from './route'

const pages = ['overview', 'history']

describe('parseRoute', () => {
  it.each([
    ['', 'overview', null, ''],
    ['#', 'overview', null, ''],
    ['#/history', 'history', null, ''],
    ['#/history/', 'history', null, ''],
    ['#history/7', 'history', '7', ''],
    ['#/history/7/more', 'history', '7', ''],
    ['#/history?q=a/b', 'history', null, 'q=a/b'],
    ['#/history/7?q=why?', 'history', '7', 'q=why?'],
    ['#/history?', 'history', null, ''],
    ['#?q=a', 'overview', null, ''],
    ['#/elsewhere/7?q=a', 'overview', null, ''],
    ['#/__proto__', 'overview', null, ''],
  ])('reads %j', (hash, page, detail, query) => {
    expect(parseRoute(hash, pages)).toEqual({ page, detail, query })
  })

  it('finds what hrefOf names', () => {
    expect(parseRoute(hrefOf('history', 'b7', 'q=rye'), pages)).toEqual({ page: 'history', detail: 'b7', query: 'q=rye' })
    expect(parseRoute(hrefOf('history', null, 'q=rye'), pages)).toEqual({ page: 'history', detail: null, query: 'q=rye' })
    expect(parseRoute(hrefOf('overview'), pages)).toEqual({ page: 'overview', detail: null, query: '' })
  })
})

import type { Input } from '../../src/messaging/contract'

/** A question to the history: everything, the newest first, ten at a time, but for what is asked in particular. */
export const historyQuestion = (asked: Partial<Input<'history.search'>> = {}): Input<'history.search'> => ({
  text: '',
  from: null,
  to: null,
  hosts: [],
  states: [],
  kinds: [],
  tags: [],
  refunded: false,
  least: null,
  most: null,
  sort: 'newest',
  offset: 0,
  limit: 10,
  ...asked,
})

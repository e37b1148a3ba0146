import { expect, test } from 'vitest'
import { mark } from '../../ui/shared/wren'
import { drawing } from './mark'

test('the wren on the card is the wren of the other screens', () => {
  expect(drawing).toEqual(mark)
})

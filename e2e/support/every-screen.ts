import { test } from '../hostile/test'
import { answers, dialogs, emptyPages, help, otherBeginnings, otherQuestions, warned } from './more-screens'
import { firstPages, ownPages, paying, type Show } from './screens'

/** A test for each way in which screens are come to; each screen is driven in English, and handed to `show`. */
export function everyScreen(show: Show): void {
  // What cannot be found is not waited for as long as a whole test may take.
  test.beforeEach(({ extension }) => extension.context.setDefaultTimeout(20_000))

  test('first pages', ({ extension }) => firstPages(extension, show))

  test('paying', ({ reader, evil }) => paying(reader, evil, show))

  test('the reader’s own pages', ({ reader }) => ownPages(reader, show))

  test('other beginnings', ({ extension }) => otherBeginnings(extension, show))

  test('empty pages', ({ reader }) => emptyPages(reader, show))

  test('other questions', ({ reader, evil }) => otherQuestions(reader, evil, show))

  test('a warning', ({ reader, evil }) => warned(reader, evil, show))

  test('answers to requests', ({ reader }) => answers(reader, show))

  test('dialogs', ({ reader }) => dialogs(reader, show))

  test('help', ({ reader }) => help(reader, show))
}

import { speakable } from '../../../core/words/speakable'
import { isQuestion, type End, type Question, type Tree } from './tree'
import { trees } from './trees'

type Steps<T> = T extends Tree<string, infer S> ? S : never

/**
 * What the trees say, apart from their ways. Of a step, in its order: the question, then the answers; or what is said, then the doors
 * that have a name of their own.
 */
export type TreeTexts = {
  readonly [T in (typeof trees)[number] as T['id']]: { readonly title: string; readonly also: string; readonly steps: { readonly [S in Steps<T>]: readonly string[] } }
}

const textsOf = (step: Question | End): readonly string[] =>
  isQuestion(step) ? [step.ask, ...step.choices.map(({ label }) => label)] : [...step.say, ...step.doors.filter((door) => door.isShared !== true).map(({ label }) => label)]

const english = Object.fromEntries(trees.map(({ id, title, also, steps }) => [id, { title, also, steps: Object.fromEntries([...steps].map(([name, step]) => [name, textsOf(step)])) }]))
export const texts = speakable('helpTrees', english as TreeTexts)

/** The trees in the language that is spoken. */
export const toldTrees = (): readonly Tree[] => trees.map(told)

function told(tree: Tree): Tree {
  const { title, also, steps } = texts[tree.id as keyof TreeTexts]
  const said: Readonly<Record<string, readonly string[]>> = steps
  return { ...tree, title, also, steps: new Map([...tree.steps].map(([name, step]) => [name, toldStep(step, said[name] ?? [])])) }
}

function toldStep(step: Question | End, [...said]: readonly string[]): Question | End {
  const next = () => said.shift() ?? ''
  if (isQuestion(step)) return { ask: next(), choices: step.choices.map((choice) => ({ ...choice, label: next() })) }
  return { say: step.say.map(next), doors: step.doors.map((door) => ({ ...door, label: door.isShared === true ? door.label : next() })) }
}

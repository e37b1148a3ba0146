/** A screen of the wallet where something can be done. Help leads nowhere else: never to a page of the web, and to no mail address. */
export interface Door {
  readonly label: string
  /** The page's name in the rail's addresses. */
  readonly page: 'overview' | 'history' | 'library' | 'limits' | 'purses' | 'disputes' | 'security' | 'privacy' | 'settings' | 'help'
  readonly detail?: string
  /** Its label is one of words.shared. */
  readonly isShared?: true
}

/** One plain question. @typeParam S the steps of its tree */
export interface Question<S extends string = string> {
  readonly ask: string
  readonly choices: readonly { readonly label: string; readonly to: S }[]
}

/** Where a tree ends: what is so, then what can be done. Without a door it is an honest end: nothing can be done here. */
export interface End {
  readonly say: readonly string[]
  readonly doors: readonly Door[]
}

export interface Tree<I extends string = string, S extends string = string> {
  readonly id: I
  readonly title: string
  /** What people call it, for the search: everyday words, misspelt ones too. */
  readonly also: string
  readonly steps: ReadonlyMap<S, Question | End>
}

/** The step every tree begins with. */
export const firstStep = 'start'

interface TreeFacts<S extends string> extends Pick<Tree, 'title' | 'also'> {
  readonly steps: { readonly [step in S]: Question<NoInfer<S>> | End } & { readonly start: Question<NoInfer<S>> | End }
}

/** A tree whose choices lead to its own steps and nowhere else: the compiler sees to it. */
export function tree<const I extends string, S extends string>(id: I, { title, also, steps }: TreeFacts<S>): Tree<I, S> {
  return { id, title, also, steps: new Map(Object.entries(steps) as [S, Question | End][]) }
}

export const isQuestion = (step: Question | End): step is Question => 'ask' in step

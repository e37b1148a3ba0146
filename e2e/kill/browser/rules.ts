/** A session rule as the wallet writes them: headers of one navigation. */
export interface Rule {
  readonly id: number
  readonly condition: { readonly regexFilter: string; readonly tabIds: readonly number[] }
  readonly action: { readonly requestHeaders: readonly { readonly header: string; readonly operation: 'set' | 'remove'; readonly value?: string }[] }
}

interface Update {
  readonly removeRuleIds?: readonly number[]
  readonly addRules?: readonly Rule[]
}

/** The session's rules for headers (declarativeNetRequest): they outlive the worker, and end with the browser. */
export class Rules {
  #all: readonly Rule[] = []

  update({ removeRuleIds = [], addRules = [] }: Update): void {
    const kept = this.#all.filter(({ id }) => !removeRuleIds.includes(id))
    if (addRules.some(({ id }) => kept.some((rule) => rule.id === id))) throw new Error('Rule with this id exists.')
    this.#all = [...kept, ...(structuredClone(addRules) as Rule[])]
  }

  all(): readonly Rule[] {
    return structuredClone(this.#all)
  }

  clear(): void {
    this.#all = []
  }

  /** The headers of a GET of the main frame, after every rule that matches. */
  applied(tabId: number, url: string, headers: Readonly<Record<string, string>>): Record<string, string> {
    const result = { ...headers }
    for (const { condition, action } of this.#all) {
      if (!condition.tabIds.includes(tabId) || !new RegExp(condition.regexFilter).test(url)) continue
      for (const { header, operation, value } of action.requestHeaders) {
        if (operation === 'set' && value !== undefined) result[header.toLowerCase()] = value
        else Reflect.deleteProperty(result, header.toLowerCase())
      }
    }
    return result
  }
}

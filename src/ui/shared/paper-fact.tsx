import type { ComponentChildren } from 'preact'

/** One line of what is printed: a term and what it is. To stand in a `dl`. */
export function PaperFact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

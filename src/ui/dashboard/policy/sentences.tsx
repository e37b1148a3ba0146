import { words } from './words'

/** What the makers say about it, in their words. */
export function Why({ why }: { readonly why: readonly string[] }) {
  if (why.length === 0) return null
  return (
    <div class="small quiet">
      {words.why}
      {why.map((sentence) => (
        <p key={sentence}>
          <q>
            <bdi>{sentence}</bdi>
          </q>
        </p>
      ))}
    </div>
  )
}

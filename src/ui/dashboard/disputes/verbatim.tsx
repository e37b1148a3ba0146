/** A text to the letter, in a box of its own that is scrolled with the keyboard as well. */
export function Verbatim({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <pre class="verbatim" dir="auto" role="region" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  )
}

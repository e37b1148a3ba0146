import { words } from './words'

/** What each way is good for, and what it is not. Needs no worker. */
export function Protects() {
  const { title, ways } = words.protects
  return (
    <section class="card">
      <h2>{title}</h2>
      <dl class="protects">
        {ways.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="quiet">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { hrefOf } from '../route'
import { words } from './words'

/** In the place of figures, before there are any. */
export function Welcome() {
  const { title, text, steps, help } = words.welcome
  return (
    <section class="card stack welcome">
      <h2>{title}</h2>
      <p>{text}</p>
      <ol class="welcome-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a href={hrefOf('help')}>{help}</a>
      </p>
    </section>
  )
}

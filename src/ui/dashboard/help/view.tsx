import { Page } from '../page'
import { words } from '../words'

/** A handful of plain answers. Needs no network and no worker. */
export function Help() {
  return (
    <Page title={words.help.title}>
      <div class="card answers">
        {words.help.answers.map(({ question, answer }) => (
          <details key={question}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </div>
    </Page>
  )
}

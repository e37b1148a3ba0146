import { writeDay } from '../../shared/dates'
import { Page } from '../page'
import { hrefOf } from '../route'
import { areas, promises, version, type Area } from './promises'
import { words } from './words'

/** The micropayment policy: every promise, with the way to the page that keeps it. It needs no network. */
export function Promises() {
  return (
    <Page title={words.promises}>
      <p>
        <a href={hrefOf('policy')}>{words.back}</a>
      </p>
      {(Object.keys(areas) as Area[]).map((area) => (
        <section key={area} class="card">
          <h2>{areas[area]}</h2>
          <ul class="allowances">
            {promises
              .filter((one) => one.area === area)
              .map(({ id, text, page, see }) => (
                <li key={id} class="promise">
                  <p>{text}</p>
                  <a class="small" href={`#/${page}`}>
                    {see}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p class="small quiet">{words.of(writeDay(Date.parse(`${version}T12:00Z`)))}</p>
    </Page>
  )
}

import { areas, promises, type Area } from './promises'

/** The micropayment policy as the wallet came with it: every promise, with the way to the page that keeps it. */
export function PromiseList() {
  return (
    <>
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
    </>
  )
}

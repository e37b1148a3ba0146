import { render, type ComponentChildren } from 'preact'
import './tokens.css'
import './base.css'
import './components.css'
import { PricesProvider } from './prices'

/** Puts a page on screen: the house's styles, the reader's currency, and the view. */
export function mount(view: ComponentChildren): void {
  const root = document.getElementById('root')
  if (root !== null) render(<PricesProvider>{view}</PricesProvider>, root)
}

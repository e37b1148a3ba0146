/* pay-tip.js: a module that gives `<pay-tip>` its buttons, for readers whose wallet knows nothing of it. */
import { PayTip } from './element'

if (customElements.get('pay-tip') === undefined) customElements.define('pay-tip', PayTip)

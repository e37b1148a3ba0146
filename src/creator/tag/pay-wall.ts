/* pay-wall.js: a module that makes `<pay-wall>` work for readers whose wallet knows nothing of it. */
import { PayWall } from './element'

if (customElements.get('pay-wall') === undefined) customElements.define('pay-wall', PayWall)

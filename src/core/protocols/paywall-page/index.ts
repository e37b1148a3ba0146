export { askAgainHeaders } from './ask-again'
export { readPaywallData, readPaywallScript, type PaywallPage } from './read'

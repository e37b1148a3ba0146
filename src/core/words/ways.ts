import { speakable } from './speakable'

/** What a way to open the wallet is called until the reader names it. */
export const slotName = speakable('ways', { password: 'Password', passkey: 'Passkey', 'password+passkey': 'Password and passkey', recovery: 'Recovery code' })

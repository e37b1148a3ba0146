/** What a way to open the wallet is called until the reader names it. */
export const slotName = { password: 'Password', passkey: 'Passkey', 'password+passkey': 'Password and passkey', recovery: 'Recovery code' } as const

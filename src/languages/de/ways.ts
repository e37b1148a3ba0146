import type { Language } from '../language'

export const ways: Language['ways'] = { password: 'Passwort', passkey: 'Passkey', 'password+passkey': 'Passwort und Passkey', recovery: 'Notfallcode' }

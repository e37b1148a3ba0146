import type { Language } from '../language'

export const ways: Language['ways'] = { password: 'Mot de passe', passkey: 'Clé d’accès', 'password+passkey': 'Mot de passe et clé d’accès', recovery: 'Code de secours' }

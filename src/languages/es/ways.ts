import type { Language } from '../language'

export const ways: Language['ways'] = { password: 'Contraseña', passkey: 'Llave de acceso', 'password+passkey': 'Contraseña y llave de acceso', recovery: 'Código de recuperación' }

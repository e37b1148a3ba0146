import type { Language } from '../language'

export const ways: Language['ways'] = { password: 'Senha', passkey: 'Chave de acesso', 'password+passkey': 'Senha e chave de acesso', recovery: 'Código de recuperação' }

import type { Language } from '../language'

export const ways: Language['ways'] = { password: 'パスワード', passkey: 'パスキー', 'password+passkey': 'パスワードとパスキー', recovery: '復旧コード' }

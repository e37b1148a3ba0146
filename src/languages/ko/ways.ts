import type { Language } from '../language'

export const ways: Language['ways'] = { password: '비밀번호', passkey: '패스키', 'password+passkey': '비밀번호와 패스키', recovery: '복구 코드' }

export { judgePassword, minimumPasswordLength, type PasswordJudgement, type PasswordRefusal } from './judge'

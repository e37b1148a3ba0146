import type { AppHandler } from './handler'

export const approvalSignIn: AppHandler<'approval.signIn'> = async ({ approval, allow }, app) => {
  const signedIn = await app.desk.signIn(approval, allow)
  app.changed('settings')
  return signedIn
}

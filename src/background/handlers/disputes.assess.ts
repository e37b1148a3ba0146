import type { AppHandler } from './handler'

export const disputesAssess: AppHandler<'disputes.assess'> = async (input, app) => {
  // What may still be charged is looked at on the chain before anything is said of it.
  await app.settlements.look(input.payment)
  return app.disputes.assess(input)
}

import type { RequestHandler } from 'express'

/**
 * Takes two traps out of a request. A validator could be answered with an empty 304 and be charged for it (RFC 9110, 13.1),
 * and HEAD can deliver nothing, so it must neither pay nor use up a sign-in.
 */
export const withoutTraps: RequestHandler = (req, _res, next) => {
  for (const name of ['if-none-match', 'if-modified-since', 'if-range', 'range', 'x-payment']) Reflect.deleteProperty(req.headers, name)
  if (req.method === 'HEAD') for (const name of ['payment-signature', 'sign-in-with-x']) Reflect.deleteProperty(req.headers, name)
  next()
}

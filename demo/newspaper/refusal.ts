import type { Request, RequestHandler } from 'express'

/** What is said on the page of a piece whose payment was not taken. */
export const unconfirmed = 'This payment could not be confirmed, so the piece stays closed for now.'

/** The payment middleware refuses in JSON, also where a person is reading: there `page` says it. */
export function refuseInWords(page: (req: Request) => string): RequestHandler {
  return (req, res, next) => {
    if (req.accepts(['json', 'html']) === 'html') res.json = () => res.type('html').send(page(req))
    next()
  }
}

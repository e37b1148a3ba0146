import type { RequestHandler } from 'express'

const broken = 'The press is jammed.'

/**
 * A seller who takes the money and does not deliver, while `isJammed`: what would have been answered breaks after the payment was
 * settled, which the payment middleware does before the answer leaves it.
 * @param sold paths of what is for sale
 */
export function jam(press: { readonly isJammed: boolean }, sold: { has(path: string): boolean }): RequestHandler {
  return (req, res, next) => {
    if (press.isJammed && sold.has(req.path)) {
      const end = res.end.bind(res) as (...given: readonly unknown[]) => typeof res
      res.end = (...given: readonly unknown[]) => {
        if (res.statusCode !== 200) return end(...given)
        res.status(500).set('Content-Length', String(broken.length))
        return end(broken)
      }
    }
    next()
  }
}

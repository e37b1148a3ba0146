import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { creatorFolder } from '../../../scripts/creator'
import { listen } from '../../world/listen'

const folder = fileURLToPath(new URL('./pages', import.meta.url))

/** Who is tipped: an account of the local chain that nobody else in the world uses. The page names it. */
export const poet = '0x14dc79964da2c08b23698b3d3cc7ca32193d9955'

export interface TipsSite {
  /** Without a path. */
  readonly url: string
  stop(): Promise<void>
}

/** All that its pages may load: nothing from elsewhere, and no line of script that is not in a file of the site. */
const rules = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'"

/**
 * Low Water on loopback: a site of three files on any server of files, which takes tips with nothing but an account. The script is
 * there once it was built.
 * @throws the error of `listen`
 */
export async function startTipsSite(port = 0): Promise<TipsSite> {
  const site = express()
    .disable('x-powered-by')
    .use((_, response, next) => {
      response.set('Content-Security-Policy', rules)
      next()
    })
    .use(express.static(folder))
    .get('/pay-tip.js', (_, response) => response.sendFile(join(creatorFolder, 'pay-tip.js')))
  const { port: taken, close } = await listen(site, port)
  return { url: `http://poems.localhost:${taken}`, stop: close }
}

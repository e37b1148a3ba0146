import { fileURLToPath } from 'node:url'
import express from 'express'
import { listen } from '../../world/listen'

const folder = fileURLToPath(new URL('./pages', import.meta.url))

/** Who is tipped: an account of the local chain that nobody else in the world uses. The page names it. */
export const poet = '0x14dc79964da2c08b23698b3d3cc7ca32193d9955'

export interface TipsSite {
  /** Without a path. */
  readonly url: string
  stop(): Promise<void>
}

/** Low Water on loopback: a site of two files on any server of files, which takes tips with nothing but an account. @throws the error of `listen` */
export async function startTipsSite(port = 0): Promise<TipsSite> {
  const site = express().disable('x-powered-by').use(express.static(folder))
  const { port: taken, close } = await listen(site, port)
  return { url: `http://poems.localhost:${taken}`, stop: close }
}

import { open } from 'node:fs/promises'
import { isBytes32, type Hex } from '../../core/hex'
import { Misuse } from './command'

const form = '0x and 64 digits of hex'
/** Bytes of a file with a key. */
const longest = 200

/**
 * The key of the account that is paid, from a file or from FARTHING_KEY. It is never an argument: those can be seen by everybody on
 * the machine, and are kept by shells.
 * @returns null where neither is given
 * @throws Misuse, which says nothing of what was read
 */
export async function accountKey(file: string | undefined, environment: string | undefined): Promise<Hex | null> {
  const inEnvironment = environment?.trim() ?? ''
  if (file === undefined) return inEnvironment === '' ? null : readKey(inEnvironment, 'FARTHING_KEY')
  if (inEnvironment !== '') throw new Misuse('The key is named twice: unset FARTHING_KEY, or leave out --key-file.')
  return readKey(await textIn(file), file)
}

function readKey(text: string, source: string): Hex {
  const key = text.toLowerCase()
  if (!isBytes32(key)) throw new Misuse(`${source} holds no key: ${form}.`)
  return key
}

async function textIn(path: string): Promise<string> {
  const file = await open(path).catch(() => null)
  if (file === null) throw new Misuse(`${path}, the file with the key, cannot be read.`)
  try {
    const { mode, size } = await file.stat()
    if (size > longest) throw new Misuse(`${path} holds more than a key: ${form}, and nothing else.`)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Misuse(`${path} can be read by others on this machine, and whoever has the key has the money. Make it yours alone: chmod 600 ${path}`)
    return (await file.readFile('utf8')).trim()
  } finally {
    await file.close()
  }
}

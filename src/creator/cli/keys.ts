import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { base64urlnopad } from '@scure/base'
import { generateServiceKey, readServiceKey, type ServiceKey } from '../sealed/service-key'
import { Memory } from '../sealed/service/memory'
import { serve } from '../sealed/service/serve'
import { openKeyService } from '../sealed/service/service'
import { needed, readNetwork, readPort, readSite, runWith, untilEnded, type Command, type Output } from './command'

const keyName = '.farthing-service-key'

const usage = `farthing keys --facilitator https://…

Runs a key service: it sells the keys of articles that authors have sealed to it, and the money goes
to them. It has no database; run one of it.

  --facilitator <address>  the payment service that settles (x402)
  --network <name>         base (as long as nothing else is said), base-sepolia, local
  --port <number>          4020 as long as nothing else is said; 0 takes any
  --host <address>         127.0.0.1 as long as nothing else is said
  --address <address>      where readers reach it, behind whatever stands before it: https://keys.example
  --behind-proxy           requests are counted by the last entry of X-Forwarded-For
  --endpoint <address>     JSON-RPC of the chain
  --key-file <file>        its own key, made at the first start: ${keyName}
  --memory <file>          where it notes which payment was for what, to know it after a new start
`

/** `farthing keys`: runs until it is ended. */
export const keys: Command = (args, output) =>
  runWith(usage, args, output, async () => {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: { facilitator: text, network: text, port: text, host: text, address: text, endpoint: text, memory: text, 'key-file': text, 'behind-proxy': { type: 'boolean' } },
    })
    const facilitator = readSite(needed(values.facilitator, 'facilitator', 'the payment service that settles.')).href.replace(/\/+$/, '')
    const port = readPort(values.port ?? '4020')
    const key = await keyIn(values['key-file'] ?? keyName, output)
    const service = openKeyService({
      key,
      network: readNetwork(values.network ?? 'base'),
      facilitator,
      memory: await Memory.open(values.memory ?? null),
      ...(values.address !== undefined && { address: readSite(values.address).origin }),
      ...(values.endpoint !== undefined && { endpoint: values.endpoint }),
    })
    const served = await serve(service, { host: values.host ?? '127.0.0.1', port, behindProxy: values['behind-proxy'] ?? false })
    const address = values.address ?? `http://${values.host ?? '127.0.0.1'}:${served.port}`
    output.say(`Selling keys at ${address}\nAuthors name it like this: --keys ${address}#${base64urlnopad.encode(key.publicKey)}`)
    await untilEnded()
    await served.close()
    return 0
  })

/** The service's own key; made where there is none. */
async function keyIn(file: string, output: Output): Promise<ServiceKey> {
  const known = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (known !== null) return readServiceKey(known)
  const made = await generateServiceKey()
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
  output.say(`The key of this service is new, in ${file}. Keep a copy where nobody else reads it: without it, nothing sealed so far can be sold.`)
  return readServiceKey(made)
}

/**
 * A facilitator in a process of its own: checks payments, and sends them to the chain at its own cost.
 * Started by facilitator-process.ts. Ends when its standard input closes, so it never outlives the world.
 */
import type { Network, PaymentPayload, PaymentRequirements } from '@x402/core/types'
import { x402Facilitator } from '@x402/core/facilitator'
import { toFacilitatorEvmSigner } from '@x402/evm'
import { ExactEvmScheme } from '@x402/evm/exact/facilitator'
import { ExactEvmSchemeV1 } from '@x402/evm/exact/v1/facilitator'
import { EVM_NETWORK_CHAIN_ID_MAP } from '@x402/evm/v1'
import express, { type Request, type Response } from 'express'
import * as v from 'valibot'
import { createWalletClient, encodeFunctionData, http, publicActions, type Address, type VerifyTypedDataParameters } from 'viem'
import { facilitatorAccount } from './accounts'
import { localChain } from './chain'
import { facilitatorChange, type FacilitatorState } from './faults'
import { listen } from './listen'
import { routerAddress } from './splitter'

const { chain: chainUrl, port } = v.parse(
  v.object({ chain: v.string(), port: v.pipe(v.string(), v.transform(Number), v.integer()) }),
  { chain: process.argv[2], port: process.argv[3] },
)
const network: Network = `eip155:${localChain.id}`
let state: FacilitatorState = { verify: 'none', settle: 'none', slowMs: 3000, verifies: 0, settles: 0 }

const facilitator = createFacilitator()
const app = express()
app.disable('x-powered-by')
app.use(express.json({ limit: '256kb' }))
app.get('/supported', (_, response) => void response.json(facilitator.getSupported()))
app.post('/verify', faulty('verify', (payment, requirements) => facilitator.verify(payment, requirements)))
app.post('/settle', faulty('settle', (payment, requirements) => facilitator.settle(payment, requirements)))
app.get('/control', (_, response) => void response.json(state))
app.post('/control', (request, response) => {
  const change = v.safeParse(facilitatorChange, request.body)
  if (!change.success) {
    response.status(400).json({ error: v.summarize(change.issues) })
    return
  }
  state = { ...state, ...change.output }
  response.json(state)
})

const listening = await listen(app, port)
console.log(JSON.stringify({ port: listening.port }))

const stop = () => process.exit(0)
process.stdin.on('end', stop).resume()
process.on('SIGTERM', stop)
// Ctrl-C reaches the whole group; the world decides when to stop.
process.on('SIGINT', () => undefined)

function createFacilitator(): x402Facilitator {
  const account = facilitatorAccount()
  const wallet = createWalletClient({ account, chain: localChain, transport: http(chainUrl), pollingInterval: 50 }).extend(publicActions)
  const signer = toFacilitatorEvmSigner({
    address: account.address,
    getCode: (args) => wallet.getCode(args),
    readContract: (args) => wallet.readContract(args),
    verifyTypedData: (args) => wallet.verifyTypedData(args as VerifyTypedDataParameters),
    // A payee that is a contract is told in the same transaction what has come.
    writeContract: async (args) => {
      const [, payee] = args.args
      const hasCode = (await wallet.getCode({ address: payee as Address })) !== undefined
      return hasCode ? wallet.sendTransaction({ to: routerAddress, data: encodeFunctionData(args) }) : wallet.writeContract(args)
    },
    sendTransaction: (args) => wallet.sendTransaction(args),
    waitForTransactionReceipt: (args) => wallet.waitForTransactionReceipt(args),
  })
  // Version 1 has a fixed list of networks. It is taught this one by the name that version 2 has for it.
  Object.assign(EVM_NETWORK_CHAIN_ID_MAP, { [network]: localChain.id })
  // Only this network: registerExactEvmScheme would also offer version 1 on real chains.
  return new x402Facilitator().register(network, new ExactEvmScheme(signer)).registerV1(network, new ExactEvmSchemeV1(signer))
}

type Call<T> = (payment: PaymentPayload, requirements: PaymentRequirements) => Promise<T>

/** A call of the facilitator protocol that fails the way the control says. */
function faulty<T>(call: 'verify' | 'settle', carryOut: Call<T>) {
  return async (request: Request, response: Response) => {
    const fault = state[call]
    if (fault === 'down') {
      request.socket.destroy()
      return
    }
    if (fault === '500') {
      response.status(500).json({ error: 'internal error' })
      return
    }
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, state.slowMs))
    const body = request.body as { paymentPayload: PaymentPayload; paymentRequirements: PaymentRequirements }
    const result = await carryOut(body.paymentPayload, body.paymentRequirements)
    state = call === 'verify' ? { ...state, verifies: state.verifies + 1 } : { ...state, settles: state.settles + 1 }
    if (fault === 'lost') request.socket.destroy()
    else response.json(result)
  }
}

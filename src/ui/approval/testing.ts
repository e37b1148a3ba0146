import { encodeTransfer, type TransferAuthorization } from '../../core/authorization/transfer'
import { toHex } from '../../core/hex'
import type { ApprovalQuote } from '../../messaging/views'

/** Five cents to a made-up seller. For tests. */
export const transfer: TransferAuthorization = {
  network: 'eip155:84532',
  asset: '0x036cbd53842c5426634e7929541ec2318f3dcf7e',
  from: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
  to: '0x209693bc6afc0c5328ba36faf03c514ef312287c',
  value: 50_000n,
  validAfter: 0n,
  validBefore: 1_740_672_154n,
  nonce: '0xf3746613c2d920b5fdabc0856f2aeb2d4f88ee6037b8cc5d04a71a4462f13480',
}

const usdc = (atomic: string) => ({ atomic, decimals: 6, symbol: 'USDC' })

export const anyQuote = (changes: Partial<ApprovalQuote> = {}): ApprovalQuote => {
  const bytes = encodeTransfer(transfer)
  return {
    site: { host: 'lantern.example', secure: true },
    kind: 'document',
    title: 'The lighthouse keeper',
    keep: null,
    message: bytes.ok ? toHex(bytes.value) : '0x',
    token: { symbol: 'USDC', decimals: 6, label: 'USDC' },
    feeLines: [
      { kind: 'content', amount: usdc('50000'), paidBy: 'reader', known: 'agreed', account: null },
      { kind: 'platform', amount: null, paidBy: 'seller', known: 'undeclared', account: null },
      { kind: 'network', amount: usdc('0'), paidBy: 'seller', known: 'agreed', account: null },
    ],
    purse: null,
    balanceAfter: usdc('4950000'),
    limitAfter: { limit: 'siteDay', most: usdc('3000000'), left: usdc('2950000') },
    notices: [],
    validSeconds: 60,
    testMoney: true,
    others: [],
    newPayee: false,
    mustConfirm: false,
    takesNote: false,
    ownAmount: null,
    ...changes,
  }
}

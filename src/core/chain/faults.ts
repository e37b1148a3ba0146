/**
 * Why a chain endpoint's answer cannot be used. Each has a sentence in core/words.
 * 'unreachable': no answer, or it declined. 'wrong-chain': another network. 'no-token': the pinned token is not there.
 * 'went-back': it has forgotten blocks it had shown. 'malformed': it does not speak the protocol.
 */
export type ChainFault = 'unreachable' | 'wrong-chain' | 'no-token' | 'went-back' | 'malformed'

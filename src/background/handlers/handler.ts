import type { MessageType } from '../../messaging/contract'
import type { Handler } from '../../messaging/router'
import type { Authority } from '../../vault/authority'
import type { App } from '../app'

/** Answers one message of the contract. One file each, named after it. */
export type AppHandler<K extends MessageType> = Handler<K, App, Authority>

import type { CardView } from './page'

export interface SessionEvent {
  readonly event: 'changed'
  readonly topic: 'wallet' | 'settings' | 'account' | 'page' | 'payments' | 'approval' | 'wishes' | 'limits' | 'allowances' | 'rates' | 'watch' | 'library' | 'purses' | 'disputes' | 'policy' | 'language'
}

/** What the worker tells the content script of one page. */
export type PageEvent =
  | { readonly event: 'card'; readonly view: CardView | null }
  | { readonly event: 'fragment'; readonly item: string; readonly src: string; readonly html: string }
